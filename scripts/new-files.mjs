// What the commands share that write the files of something new: one name, files that are not there yet, and refusals
// in one line.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Runs such a command on the one name it is given; `--root` is another project than this one. What it throws is said in
 * one line.
 *
 * @param {{ usage: string, pattern: RegExp, otherwise: string }} wanted `otherwise` says what a name must be like
 * @param {(name: string, root: string) => void} main
 */
export function onOneName({ usage, pattern, otherwise }, main) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) } },
    });
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0) throw new Error(usage);
    if (!pattern.test(name)) throw new Error(`"${name}" is ${otherwise}`);
    main(name, path.resolve(values.root));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Refuses where one of the files is there.
 *
 * @param {string} root @param {readonly string[]} files from the root
 * @throws Error that names the file
 */
export function mustBeNew(root, files) {
  const taken = files.find(file => existsSync(path.join(root, file)));
  if (taken) throw new Error(`${taken} is there already; nothing was written.`);
}

/** Writes files, all or none, and says which. @param {string} root @param {Record<string, string>} files */
export function writeNew(root, files) {
  mustBeNew(root, Object.keys(files));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(`wrote ${file}`);
  }
}
