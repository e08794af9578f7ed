/** Does calling this put a job into a queue? */
import { callsIn } from '../typescript/own-code.js';
import { argumentAt } from '../typescript/value-at.js';
import { defineFact } from './engine.js';

export const enqueues = defineFact({
  name: 'enqueues',
  fromModel(model, call, ask) {
    if (model.enqueues) return true;
    return model.runs && call ? (ask.ofFunction(argumentAt(call, model.runs.callback)) ?? false) : undefined;
  },
  fromBody: (body, ask) => ask.ofFirst(callsIn(body.body)),
});
