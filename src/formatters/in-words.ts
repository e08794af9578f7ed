/** What a finding says beyond its message, for formats that have text alone. */
import { pathIn } from './report-path.js';
import type { Finding } from './finding.js';

/** The message, the way to the call that matters with its places, and what is offered; one line each. */
export function inWords({ message, chains, edits }: Finding, folder: string): string {
  const ways = chains
    .filter(chain => chain.length > 1)
    .map(chain =>
      chain.map(({ name, file, line }) => `${name} (${pathIn(folder, file) ?? file}:${line})`).join(' -> '),
    );
  return [
    message,
    ...ways.map(way => `The way there: ${way}`),
    ...edits.map(({ description }) => `Suggestion: ${description}`),
  ].join('\n');
}
