// The name of the function around a position: what a finding's key is made of instead of a line.
import { createRequire } from 'node:module';

const ts = createRequire(import.meta.url)('typescript');

/** A file, ready to be asked for the function around a line and column, both counted from 1. */
export function functionsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return (line, column) => {
    const position = source.getPositionOfLineAndCharacter(line - 1, column - 1);
    let innermost = source;
    const descend = node => {
      if (node.getStart(source) > position || node.end <= position) return;
      innermost = node;
      ts.forEachChild(node, descend);
    };
    ts.forEachChild(source, descend);
    return enclosing(innermost);
  };
}

/**
 * `name`, `Class.method` or `outer.inner`. A callback without a name belongs to the function around it; where there is
 * none, to what it is handed to: the property or variable it ends up in. `module` outside of all functions.
 */
function enclosing(node) {
  const names = [];
  const values = [];
  let isInFunction = false;
  for (let at = node; at !== undefined; at = at.parent) {
    if (ts.isFunctionLike(at)) {
      isInFunction = true;
      const name = ts.isConstructorDeclaration(at) ? 'constructor' : (nameOf(at) ?? nameOf(holderOf(at)));
      if (name !== undefined) names.unshift(name);
    } else if (isInFunction && ts.isClassLike(at)) {
      names.unshift(nameOf(at) ?? nameOf(holderOf(at)) ?? 'class');
    } else if (isInFunction && isHolder(at)) {
      values.unshift(nameOf(at) ?? '');
    }
  }
  return [names, values.filter(Boolean)].find(list => list.length > 0)?.join('.') ?? 'module';
}

/** The variable or property whose value a function or class is. */
function holderOf(node) {
  let at = node.parent;
  while (at && (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at))) {
    at = at.parent;
  }
  return at && isHolder(at) ? at : undefined;
}

function isHolder(node) {
  return ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
}

function nameOf(node) {
  const name = node?.name;
  if (!name) return undefined;
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  return undefined;
}
