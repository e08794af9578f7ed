/**
 * A request without a limit of time waits for as long as the other side keeps the connection open. One half-open
 * connection holds the job, the worker and what they have locked, for ever where nothing else gives up.
 *
 * Reports  requests of libraries that have no timeout of their own, with neither a timeout nor a signal, on the call or
 *          on the client it is made on; pools and clients that wait for a connection without a limit; clients whose
 *          requests have none.
 * Ignores  options and clients that come from elsewhere; agents, dispatchers and adapters, which may bring a limit; work
 *          that somebody races against a timer; what sets a limit for the whole process; code of pages; test files.
 * Misses   limits that are there and far too long; libraries nobody described; queries.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { UnlimitedCall } from '../concepts/network-call.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { addOption } from '../fixes/add-option.js';

export default createRule({
  name: 'require-timeout',
  meta: {
    type: 'problem',
    docs: {
      description: 'require requests and connections to end after some time',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      noTimeout:
        '`{{call}}` waits for as long as the other side keeps it waiting: it is given neither a timeout nor a signal. Give it `{{option}}`.',
      noTimeoutOfStream:
        '`{{call}}` waits for as long as the other side keeps it waiting: it is given neither a timeout nor a signal. Give it a signal that aborts when nothing has come for some time: one limit for all of it would cut the stream off.',
      noTimeoutOfClient:
        '`{{call}}` waits for as long as the other side keeps it waiting: neither it nor the client of `{{client}}` is given a timeout. Set `{{option}}` where the client is made, or give the call a signal.',
      noConnectTimeout:
        'Whoever wants a connection of `{{call}}` waits for it as long as it takes, because it has no limit of its own. Set `{{option}}` to some seconds.',
      noRequestTimeout:
        'Requests of `{{call}}` wait for as long as the other side keeps them waiting, because the client has no timeout of its own. Set `{{option}}` with a limit.',
      limit: 'Give up after ten seconds.',
    },
    hasSuggestions: true,
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      unlimitedCall(found) {
        const { node, call, of, option, place, madeBy: client } = found;
        const suggest = suggestLimit(found, context.sourceCode);
        const at = { node: node.callee, suggest };
        if (of === 'connection')
          context.report({ ...at, messageId: 'noConnectTimeout', data: { call, option } });
        else if (of === 'client')
          context.report({ ...at, messageId: 'noRequestTimeout', data: { call, option } });
        else if (client === undefined && found.isStream)
          context.report({ node: node.callee, messageId: 'noTimeoutOfStream', data: { call } });
        else if (client === undefined)
          context.report({
            ...at,
            messageId: 'noTimeout',
            data: { call, option: place.isSignal ? `${place.name}: AbortSignal.timeout(…)` : option },
          });
        else context.report({ ...at, messageId: 'noTimeoutOfClient', data: { call, option, client } });
      },
    }),
});

/** Ten seconds of its own, beside the signal that is there already. */
function suggestLimit(
  { node, of, place, ...found }: UnlimitedCall,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.SuggestionReportDescriptor<'limit'>[] {
  // What a client's requests need is no number but a handler with one.
  if (of === 'client') return [];
  const fix = addOption(
    node,
    place.position,
    `${place.name}: ${place.isSignal ? limitBeside(found.inScope()) : '10_000'}`,
    sourceCode,
  );
  return fix ? [{ messageId: 'limit', fix }] : [];
}

function limitBeside(signal: ReturnType<UnlimitedCall['inScope']>): string {
  const limit = 'AbortSignal.timeout(10_000)';
  if (!signal) return limit;
  const both = `AbortSignal.any([${signal.name}, ${limit}])`;
  return signal.isOptional ? `${signal.name} ? ${both} : ${limit}` : both;
}
