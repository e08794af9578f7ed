/** ESLint's Node API, of whichever version is installed. */
import type { ESLint } from 'eslint';
import { CannotRun } from './failure.js';

/**
 * The class that reads flat configs.
 *
 * @throws {CannotRun} for an ESLint older than 8.57
 */
export async function eslintClass(): Promise<typeof ESLint> {
  // ESLint 10 has flat configs only and takes no option; 8 and 9 need it. A named import would be refused by older
  // ones before any code of ours runs.
  const { loadESLint } = (await import('eslint')) as unknown as {
    loadESLint?: (options: { useFlatConfig: true }) => Promise<typeof ESLint>;
  };
  if (!loadESLint)
    throw new CannotRun('ESLint 8.57 or newer is needed. Run: npm install --save-dev eslint@latest');
  return loadESLint({ useFlatConfig: true });
}
