/** Does calling this hold the event loop, itself or through what it calls, before it returns or first awaits? */
import { bodyOf } from '../typescript/body-of.js';
import { callsIn } from '../typescript/walk.js';
import { argumentAt } from '../typescript/value-at.js';
import { defineFact } from './engine.js';

export const blocks = defineFact({
  name: 'blocks',
  fromModel(model, call, ask) {
    if (model.blocks) return true;
    // A callback that runs while the caller waits blocks it; one that runs later blocks somebody else.
    if (!model.runs || model.runs.times === 'later') return undefined;
    return (call && ask.ofFunction(argumentAt(call, model.runs.callback))) ?? false;
  },
  fromBody(body, ask, types) {
    for (const call of callsIn(body.body)) {
      // A function of the project that is given a callback is taken to run it.
      const why = ask(call) ?? (bodyOf(types, call) ? ask.ofCallbacks(call) : undefined);
      if (why) return why;
    }
    return undefined;
  },
});
