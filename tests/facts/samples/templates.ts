// A module two files away from what blocks; it is what other samples see through.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export const readConfig = (name: string): string => readFileSync(`./${name}.json`, 'utf8');

export function loadTemplate(name: string): string {
  return readConfig(name);
}

export async function loadTemplateLater(name: string): Promise<string> {
  return readFile(`./${name}.html`, 'utf8');
}

export default function render(name: string): string {
  return loadTemplate(name);
}
