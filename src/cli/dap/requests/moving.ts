import { callsInside } from '../../../debug/calls-inside.ts';
import { backToLine, endOf, runToLine, type Verb } from '../../../debug/moves.ts';
import type { Play } from '../../../debug/play.ts';
import { firstOfCall } from '../../../debug/trace.ts';
import { findScript } from '../../../engine/registration.ts';
import { topOfScript } from '../../../engine/top-of-script.ts';
import { RequestError, type RequestArguments } from '../request-arguments.ts';
import {
  checkThread,
  hereOf,
  rehearsalOf,
  type Reply,
  type RequestContext,
  type Handler,
  type Handlers,
} from './request.ts';

/** Moves once the answer was sent, so that an editor shows that it runs before it hears where it stands. */
function moving(asked: RequestContext, how: (play: Play) => void, body?: object): Reply {
  hereOf(asked);
  const rehearsal = rehearsalOf(asked);
  return {
    ...(body !== undefined && { body }),
    then: () => {
      rehearsal.move(how);
    },
  };
}

const verb =
  (which: Exclude<Verb, 'toStart' | 'toEnd'>): Handler =>
  (asked, given) => {
    checkThread(given);
    return moving(asked, (play) => {
      play.move(which);
    });
  };

const goesOn = { allThreadsContinued: true };

/** All that moves: forwards, and backwards. */
export const movingHandlers: Handlers = {
  continue: (asked, given) => {
    checkThread(given);
    return moving(
      asked,
      (play) => {
        play.continue();
      },
      goesOn,
    );
  },
  reverseContinue: (asked, given) => {
    checkThread(given);
    return moving(asked, (play) => {
      play.reverseContinue();
    });
  },
  next: verb('next'),
  stepOut: verb('stepOut'),
  stepBack: verb('stepBack'),
  reverseNext: verb('backOver'),
  reverseStepOut: verb('backOut'),
  stepIn: (asked, given) => {
    checkThread(given);
    const target = given.maybeNumber('targetId');
    if (target === undefined) return verb('stepIn')(asked, given);
    const { session } = hereOf(asked).stop;
    if (!callsInside(session.trace, session.at).some(({ statement }) => statement === target))
      throw new RequestError(`There is no call ${String(target)} to step into here.`);
    return moving(asked, (play) => {
      play.goto(target, 'step');
    });
  },
  stepInTargets: (asked, given) => {
    const here = hereOf(asked);
    // Only the innermost call is about to do anything.
    if (here.frameOf(given.number('frameId')) !== 0) return { body: { targets: [] } };
    const { trace, at } = here.stop.session;
    const { world } = rehearsalOf(asked);
    const targets = callsInside(trace, at).map(({ statement, script, routine }) => ({
      id: statement,
      label: routine === topOfScript ? (findScript(world.folders, script)?.name ?? routine) : routine,
    }));
    return { body: { targets } };
  },
  gotoTargets: (asked, given) => ({ body: { targets: gotoTargets(asked, given) } }),
  goto: (asked, given) => {
    checkThread(given);
    const target = given.number('targetId');
    const { trace } = hereOf(asked).stop.session;
    if (target < 1 || target >= endOf(trace))
      throw new RequestError(`There is no place ${String(target)} to go to here.`);
    return moving(asked, (play) => {
      play.goto(target);
    });
  },
  restartFrame: (asked, given) => {
    const here = hereOf(asked);
    const row = here.row(given.number('frameId'));
    if (row.kind === 'engine' || row.call.call < 0)
      throw new RequestError(
        'This is what the engine did: it cannot be begun anew. Restart the script above it.',
      );
    const statement = firstOfCall(here.stop.session.trace, row.call.call);
    return moving(asked, (play) => {
      play.goto(statement, 'entry');
    });
  },
  pause: (asked, given) => {
    checkThread(given);
    const rehearsal = rehearsalOf(asked);
    // Whatever ran when this was sent has ended by now.
    return {
      then: () => {
        rehearsal.say('There is nothing to pause: a step comes to its end by itself.');
      },
    };
  },
};

/** The times that a line runs next and ran last, in the step in which it stands: by their statements. */
function gotoTargets(asked: RequestContext, given: RequestArguments) {
  const { stop } = hereOf(asked);
  const { trace, at } = stop.session;
  const { sources, world } = rehearsalOf(asked);
  const line = asked.client.lineFrom(given.number('line'));
  const shown = asked.client.line(line);
  return sources.scriptsOf(given.object('source'), world).flatMap((script) => {
    const next =
      trace.placeOf(at)?.line === line && trace.placeOf(at)?.script === script
        ? at
        : runToLine(trace, at, script, line);
    const last = backToLine(trace, at, script, line);
    const target = (id: number, when: string) => ({
      id,
      label: `line ${String(shown)}, ${when}`,
      line: shown,
      column: asked.client.column(trace.placeOf(id)?.column ?? 1),
    });
    return [
      ...(next < endOf(trace) ? [target(next, 'the next time that it runs')] : []),
      ...(last === undefined ? [] : [target(last, 'the last time that it ran')]),
    ];
  });
}
