/** Drift: every namepath of every model is declared by the installed package, of each major that is installed. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries/index.js';
import { ts } from '../../src/typescript/compiler.js';
import { packageOf } from '../../src/typescript/origin.js';
import type { LibraryModel } from '../../src/vocabulary.js';
import { programOf, typesIn } from '../annotated.js';

/**
 * Both generations of packages whose newest major npm picks or passes over by the running Node. The second is
 * installed under an alias; the samples in this folder import it.
 */
const only = process.env['SAMPLES']?.split(',');
const program = programOf(
  path.join(import.meta.dirname, 'samples'),
  file => !only || only.includes(path.basename(file, '.ts')),
);
const generations = programOf(path.join(import.meta.dirname, 'samples/newer-majors'));
/** Majors that name things differently, and cannot stand in one program with the newer one: a model speaks of both. */
const olderMajors = programOf(
  path.join(import.meta.dirname, 'samples/older-majors'),
  file => !only || only.includes(path.basename(file, '.ts')),
);

const modelled = new Set(libraries.flatMap(packagesOf));

function packagesOf(model: LibraryModel): string[] {
  return [model.package, ...(model.declaredIn ?? [])];
}

/** The classes and types that a model names, or names a member of. */
const spokenOf = new Set(
  libraries.flatMap(model =>
    [...Object.keys(model.calls), ...Object.keys(model.types ?? {}), ...namepathsIn(model)].map(
      name => name.replace(/^new /, '').split(/[#.]/)[0],
    ),
  ),
);

/** `Class#member`, `Class.static`, `fn`, `new Class`, `Type#()` and type names, by package. */
function declaredIn(of: ts.Program, names = new Map<string, Set<string>>()): Map<string, Set<string>> {
  for (const file of of.getSourceFiles()) {
    const types = typesIn(of, file);
    const visit = (node: ts.Node): void => {
      const packageName = packageOf(types, node);
      if (!modelled.has(packageName)) return;
      const set = names.get(packageName) ?? new Set<string>();
      names.set(packageName, set);
      for (const name of pathsOf(of.getTypeChecker(), node)) set.add(name);
      if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) ts.forEachChild(node, visit);
    };
    ts.forEachChild(file, visit);
  }
  return names;
}

function pathsOf(checker: ts.TypeChecker, node: ts.Node): string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name)
        ? [
            name.text,
            ...(checker.getTypeAtLocation(name).getConstructSignatures().length > 0
              ? [`new ${name.text}`]
              : []),
            ...checker
              .getTypeAtLocation(name)
              .getProperties()
              .flatMap(property => [`${name.text}#${property.name}`, `${name.text}.${property.name}`]),
          ]
        : [],
    );
  }
  if (ts.isFunctionDeclaration(node))
    return [
      node.name?.text ?? 'default',
      ...(isDefault(node) ? ['default'] : []),
      ...(node.name && node.type && ts.isFunctionTypeNode(node.type) ? [`${node.name.text}#()`] : []),
    ];
  if (ts.isExportAssignment(node)) return ['default'];
  if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
    return node.exportClause.elements.map(element => element.name.text);
  }
  if (!(ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)))
    return [];
  const name = node.name?.text ?? 'default';
  // TypeScript itself fails at some aliases (`IntRange<0, 60>` of cron, by itself): only those models speak of are asked.
  if (ts.isTypeAliasDeclaration(node) && !spokenOf.has(name)) return [name];
  const type = checker.getTypeAtLocation(node);
  const members = checker
    .getPropertiesOfType(checker.getApparentType(type))
    .map(member => `${name}#${member.name}`);
  const own = ts.isClassDeclaration(node)
    ? node.members.flatMap(member =>
        member.name ? [`${name}#${member.name.getText()}`, `${name}.${member.name.getText()}`] : [],
      )
    : [];
  const callable = type.getCallSignatures().length > 0 ? [`${name}#()`] : [];
  return [name, `new ${name}`, ...members, ...own, ...callable];
}

function isDefault(node: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Default) !== 0;
}

/** The namepaths in the rows of a model. */
function namepathsIn(model: LibraryModel): string[] {
  return Object.values(model.calls)
    .flat()
    .flatMap(row =>
      [row.acquires?.release, row.listens?.remove, row.repeats?.stop, row.enqueues?.bulk]
        .flat()
        .filter(each => each !== undefined),
    );
}

/** Rows that no declaration carries, as sentences. */
function undeclared(model: LibraryModel, names: Map<string, Set<string>>): string[] {
  const known = (name: string): boolean =>
    packagesOf(model).some(each => names.get(each)?.has(name) === true);
  return [...Object.keys(model.calls), ...Object.keys(model.types ?? {}), ...namepathsIn(model)]
    .filter(name => !known(name))
    .map(name => `${model.package} declares no \`${name}\``);
}

const declared = declaredIn(program, declaredIn(olderMajors));
const newer = declaredIn(generations);
const wanted = libraries.filter(
  model => model.package !== 'vitest' && (!only || isInstalled(model, declared)),
);

function isInstalled(model: LibraryModel, names: Map<string, Set<string>>): boolean {
  return packagesOf(model).some(name => names.has(name));
}

describe('models and declarations', () => {
  it.each(wanted.map(model => [model.package, model] as const))('%s', (_name, model) => {
    expect(undeclared(model, declared)).toEqual([]);
    if (model.package !== 'global' && !model.package.startsWith('node:') && isInstalled(model, newer)) {
      expect(undeclared(model, newer)).toEqual([]);
    }
  });

  it('catches a planted slip of the pen', () => {
    const planted = {
      package: 'p-queue',
      tested: '',
      docs: '',
      calls: { 'PQueue#ad': { takesPermit: true } },
    } as const;
    expect(undeclared(planted, declared)).toEqual(['p-queue declares no `PQueue#ad`']);
  });
});
