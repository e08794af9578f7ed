/**
 * A job or a cron handler that does the work of every tenant itself is as slow as all of them together: one that fails
 * stops those after it, a restart begins again at the first, and no other worker can help. Put into a queue, each item
 * is a job of its own, retried and counted by itself.
 *
 * Reports  loops in the handler of a job, message or schedule, or in what it calls, that wait in each turn for real
 *          work on an item of a collection whose length the data decides.
 * Ignores  turns that put a job into a queue; lists that the job came with; work that is one query; loops that end
 *          early, or run inside one transaction or lock; lists written in the code; test files.
 * Misses   handlers that no library's model, setting or decorator tells of; collections whose origin cannot be seen.
 */
import { visitConcepts } from '../concepts/visit.js';
import type { SequentialLoop, Waiting } from '../concepts/sequential-loop.js';
import { createRule } from '../create-rule.js';
import { enqueueItem } from '../fixes/enqueue-item.js';

/** What a project may choose. */
export interface Options {
  readonly partsOfOne?: boolean;
}

export default createRule<
  [Options],
  'inlineWork' | 'inlineWorkWithQueue' | 'inlineWorkWithPayload' | 'addJob'
>({
  name: 'prefer-enqueue',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'enforce a job of its own for each item that a handler of jobs or schedules works through',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      inlineWork:
        'This {{event}} handler does `{{work}}` itself for every element of `{{collection}}`, one after another, however many there are. Put each into a queue as a job of its own.',
      inlineWorkWithQueue:
        'This {{event}} handler does `{{work}}` itself for every element of `{{collection}}`, one after another, however many there are. Add each to `{{queue}}` as a job of its own.',
      inlineWorkWithPayload:
        'This {{event}} handler does `{{work}}` itself for every element of `{{collection}}`, one after another, however many there are. Add each to `{{queue}}` as a job of its own, with `{{payload}}`.',
      addJob: 'Add a job to `{{queue}}` instead: its worker then does the work.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          partsOfOne: {
            type: 'boolean',
            description:
              'Whether loops over what belongs to one thing are reported as well: the members of a workspace, the runs of a flow.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ partsOfOne: false }],
  },
  create: (context, [{ partsOfOne = false }]) =>
    visitConcepts(context, {
      sequentialLoop(loop) {
        const work = workOfEachItem(loop);
        // What handlers reach is worked out for the whole program: it is asked last.
        const event = work && loop.job()?.event;
        if (!work || event === undefined) return;
        // What a request gives many of, a job may give one of.
        if (loop.sizeForHandler(partsOfOne) !== 'data') return;
        const { queue, payload, call } = work.wait.jobOfItem() ?? {};
        const data = { event, work: work.trace, collection: loop.collection };
        if (queue === undefined) {
          context.report({ loc: loop.headLoc, messageId: 'inlineWork', data });
          return;
        }
        // What else a turn waits for would stay, and what it gives would be missed.
        const fix =
          call && loop.waits.length === 1 && !work.wait.isUsed
            ? enqueueItem(call.inPlaceOf, call.text, context.sourceCode)
            : null;
        context.report({
          loc: loop.headLoc,
          messageId: payload === undefined ? 'inlineWorkWithQueue' : 'inlineWorkWithPayload',
          data: { ...data, queue, ...(payload !== undefined && { payload }) },
          suggest: fix ? [{ messageId: 'addJob', data: { queue }, fix }] : [],
        });
      },
    }),
});

/** The work that the handler does for each item of the data and could leave to a job, or undefined. */
function workOfEachItem(
  loop: SequentialLoop,
): { readonly wait: Waiting; readonly trace: string } | undefined {
  if (loop.size !== 'data' || loop.inBatches() || loop.isGivenToHandler()) return undefined;
  if (loop.holdsBehaviour()) return undefined;
  if (loop.enqueues()) return undefined;
  const waiting = loop.waits.filter(wait => !wait.isOnJob && wait.work() !== undefined);
  const ofItem = waiting.find(wait => wait.dependsOnTurn);
  // One query is no job; a request to another service is.
  const isRealWork = waiting.length > 1 || waiting.some(wait => wait.isRequest() || wait.steps() > 1);
  const trace = isRealWork && ofItem && loop.order() === undefined ? ofItem.work() : undefined;
  return trace === undefined || !ofItem ? undefined : { wait: ofItem, trace };
}
