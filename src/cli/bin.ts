#!/usr/bin/env node
/** The command. Everything else is imported late, so that a missing dependency ends in a sentence. */
import { failureLine } from './failure.js';

// `… | head` closes the pipe early, which is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  const { readArguments } = await import('./arguments.js');
  const request = readArguments(process.argv.slice(2));
  if (typeof request === 'number') {
    process.exitCode = request;
  } else if (request.explain !== undefined) {
    const { explainLine } = await import('./explain.js');
    process.exitCode = await explainLine(request.explain, request.cwd);
  } else {
    const { audit } = await import('./audit.js');
    process.exitCode = await audit(request);
  }
} catch (error) {
  process.stderr.write(`${failureLine(error)}\n`);
  process.exitCode = 2;
}
