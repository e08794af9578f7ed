// Writes the two files of a new library: `npm run new:library some-package`. What the installed declarations export
// stands in the model as a checklist: uncomment a line and say what the call does, in the words of src/vocabulary.ts.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { mustBeNew, onOneName, writeNew } from './new-files.mjs';

/** More than this nobody reads; the rest is in the declarations. */
const longestList = 80;

const wanted = {
  usage: 'Give one package: npm run new:library some-package',
  pattern: /^(@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*$/,
  otherwise: 'no name of a package: give it as package.json has it, like p-queue or @aws-sdk/client-s3.',
};

onOneName(wanted, (name, root) => {
  const file = name.replace(/^@/, '').replace('/', '__');
  const modelFile = `src/libraries/${file}.ts`;
  const sampleFile = `tests/libraries/samples/${file}.ts`;
  mustBeNew(root, [modelFile, sampleFile]);
  const manifest = manifestOf(root, name) ?? manifestOf(root, typesPackage(name));
  if (!manifest) throw new Error(`${name} is not installed. Run: npm install --save-dev ${name}`);
  const declared = declarationsOf(root, name, path.join(root, sampleFile));
  if (!declared) {
    throw new Error(`${name} has no declarations. Run: npm install --save-dev ${typesPackage(name)}`);
  }
  writeNew(root, {
    [modelFile]: modelOf(name, manifest, declared),
    [sampleFile]: sampleOf(name, declared),
  });
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/update.mjs'), '--registries'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = status ?? 1;
  console.log(
    `Next: say in ${modelFile} what its calls do, and in ${sampleFile} what must be known of them.`,
  );
});

function manifestOf(root, name) {
  try {
    return JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function typesPackage(name) {
  return `@types/${name.replace(/^@/, '').replace('/', '__')}`;
}

// What the package exports -----------------------------------------------------------------------------------------

/** The exported classes, interfaces and functions, or undefined where the package has no declarations. */
function declarationsOf(root, name, sample) {
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    typeRoots: [path.join(root, 'node_modules/@types')],
    strict: true,
    skipLibCheck: true,
    esModuleInterop: true,
  };
  const text = `import * as library from '${name}';\nexport default library;\n`;
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (asked, ...more) =>
    path.resolve(asked) === sample
      ? ts.createSourceFile(
          asked,
          text,
          { languageVersion: options.target, impliedNodeFormat: ts.ModuleKind.ESNext },
          true,
        )
      : getSourceFile.call(host, asked, ...more);
  host.fileExists = asked => path.resolve(asked) === sample || fileExists.call(host, asked);
  host.readFile = asked => (path.resolve(asked) === sample ? text : readFile.call(host, asked));
  const program = ts.createProgram({ rootNames: [sample], options, host });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(sample);
  const module = checker.getSymbolAtLocation(source.statements[0].moduleSpecifier);
  if (!module) return undefined;

  const exported = checker.getExportsOfModule(module).map(symbol => ({
    as: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
  // `export = Redis` is what a default import gives.
  const assigned = checker.resolveExternalModuleSymbol(module);
  if (assigned !== module && !exported.some(({ as }) => as === 'default'))
    exported.push({ as: 'default', symbol: assigned });
  // What is exported by name as well is imported by it: it is how its users read it.
  exported.sort((a, b) => Number(a.as === 'default') - Number(b.as === 'default'));
  const known = new Set();
  const declared = exported.flatMap(({ as, symbol }) => {
    const found = known.has(symbol) ? undefined : declaredAs(checker, symbol, source);
    known.add(symbol);
    return found ? [{ as, ...found }] : [];
  });
  return declared;
}

/** A class or interface with its methods that return promises, or a function; undefined for what is neither. */
function declaredAs(checker, symbol, at) {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (!declaration) return undefined;
  const name = declaration.name && ts.isIdentifier(declaration.name) ? declaration.name.text : symbol.name;
  const isClass = (symbol.flags & ts.SymbolFlags.Class) !== 0;
  if (isClass || symbol.flags & ts.SymbolFlags.Interface) {
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    const parameters = type.typeParameters ?? [];
    const methods = checker.getPropertiesOfType(type).flatMap(member => {
      // What may be missing is an option that users bring, and nothing to call.
      if (member.flags & ts.SymbolFlags.Optional) return [];
      const signature = promising(checker, checker.getTypeOfSymbolAtLocation(member, at));
      return signature && /^[\w$]+$/.test(member.name)
        ? [row(checker, `${name}#${member.name}`, member.name, signature)]
        : [];
    });
    if (!isClass && methods.length === 0) return undefined;
    return {
      kind: isClass ? 'class' : 'interface',
      name,
      methods,
      isGeneric: parameters.some(each => !checker.getDefaultFromTypeParameter(each)),
    };
  }
  const type = checker.getTypeOfSymbolAtLocation(symbol, at);
  const signature = promising(checker, type) ?? type.getCallSignatures()[0];
  return signature
    ? { kind: 'function', name, methods: [row(checker, name, name, signature)], isGeneric: false }
    : undefined;
}

/** The first signature that returns a promise. */
function promising(checker, type) {
  return checker
    .getNonNullableType(type)
    .getCallSignatures()
    .find(signature => checker.getReturnTypeOfSignature(signature).getProperty('then') !== undefined);
}

function row(checker, namePath, member, signature) {
  const text = checker
    .signatureToString(signature, undefined, ts.TypeFormatFlags.OmitParameterModifiers)
    // Where a type is declared on this machine says nothing.
    .replaceAll(/import\("[^"]*"\)\./g, '');
  const isPromise = checker.getReturnTypeOfSignature(signature).getProperty('then') !== undefined;
  return { namePath, member, isPromise, text: text.length > 70 ? `${text.slice(0, 67)}…` : text };
}

// What is written ----------------------------------------------------------------------------------------------------

function modelOf(name, manifest, declared) {
  const [major = '0', minor = '0'] = manifest.version.split('.');
  const tested = major === '0' ? `0.${minor}.x` : `${major}.x`;
  const types = declared.filter(({ kind }) => kind !== 'function').map(each => `${each.name}: '',`);
  const rows = declared.flatMap(({ methods }) => methods);
  // Whoever returns a promise has something to say; of the others, few have.
  rows.sort((a, b) => Number(b.isPromise) - Number(a.isPromise));
  const calls = rows.map(({ namePath, text }) => `'${namePath}': {}, ${text}`);
  return `/** ${name}. How it lends and takes back, what waits and for what, in a sentence or two. */
import type { LibraryModel } from '../vocabulary.js';

export const ${variableOf(name)} = {
  package: '${name}',
  tested: '${tested}',
  docs: '${docsOf(name, manifest)}',
${types.length > 0 ? `  types: {\n${checklist(types)}  },\n` : ''}  calls: {
${checklist(calls)}  },
} as const satisfies LibraryModel;
`;
}

function checklist(lines) {
  const rest = lines.length - longestList;
  const shown = rest > 0 ? [...lines.slice(0, longestList), `… and ${rest} more.`] : lines;
  return shown.map(line => `    // ${line}\n`).join('');
}

function docsOf(name, { homepage, repository }) {
  if (typeof homepage === 'string' && homepage !== '') return homepage.replaceAll("'", '%27');
  const url = typeof repository === 'string' ? repository : repository?.url;
  const [, place] = /github(?:\.com[/:]|:)([\w.-]+\/[\w.-]+?)(?:\.git)?(?:#.*)?$/.exec(url ?? '') ?? [];
  return place === undefined ? `https://www.npmjs.com/package/${name}` : `https://github.com/${place}#readme`;
}

/** One call that compiles whatever its parameters are: the arguments are taken from its own type. */
function sampleOf(name, declared) {
  const withCalls = declared.filter(({ methods, isGeneric }) => methods.length > 0 && !isGeneric);
  const one =
    withCalls.find(({ kind }) => kind === 'class') ??
    withCalls.find(({ kind }) => kind === 'function') ??
    withCalls[0];
  if (!one) return `import * as library from '${name}';\n\nlibrary;\n// ^? no role\n`;
  const variable = one.as === 'default' ? defaultName(name, one) : one.as;
  const imported = one.as === 'default' ? variable : `{ ${one.as} }`;
  const { member } = one.methods[0];
  if (one.kind === 'function') {
    return `import ${imported} from '${name}';

declare const args: Parameters<typeof ${variable}>;
await ${variable}(...args);
${caret('await ', variable)} unknown
`;
  }
  return `import type ${imported} from '${name}';

declare const some: ${variable};
declare const args: Parameters<typeof some.${member}>;
await some.${member}(...args);
${caret('await some.', member)} unknown
`;
}

/** A default export may be imported by any name: a class by its own. */
function defaultName(name, { kind, name: declared }) {
  return kind === 'function' || declared === 'default' ? variableOf(name) : declared;
}

function caret(before, name) {
  return `//${' '.repeat(before.length + Math.floor(name.length / 2) - 2)}^?`;
}

function variableOf(name) {
  return name.replace(/^@/, '').replaceAll(/[^a-zA-Z\d]+(\w)/g, (_, letter) => letter.toUpperCase());
}
