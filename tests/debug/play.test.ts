import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { Breakpoint } from '../../src/debug/breakpoints.ts';
import { Play, type PassedStep, type Steps } from '../../src/debug/play.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { step as takeStep } from '../../src/engine/step.ts';
import { connects, worldOf } from './stage.ts';
import { programs, trigger } from './random-program.ts';

const inputs: readonly Input[] = [
  connects,
  { type: 'clock.advances', by: 1000 },
  { type: 'customer.writes', session: 1, text: 'hi' },
  connects,
];

/** Four steps, of which the second runs no script; the bot greets with this, and answers with that. */
function stepsOf(source: string, answer = 'Integer n = 1;\nn++;', more: Partial<Steps> = {}): Steps {
  const run = createRunScript();
  const world = worldOf(
    source,
    [
      { id: 3, name: 'guard', source: trigger },
      { id: 4, name: 'bot message received', source: answer },
    ],
    [{ id: 1, event: 403, script: 3 }],
  );
  return {
    count: inputs.length,
    world,
    debuggee: (step, before) => (observer, hand) =>
      takeStep(before, { step, input: inputs[step - 1] ?? connects, observer, ...hand }, run),
    ...more,
  };
}

/** A play, with the steps that it went through. */
function playOf(steps: Steps, breakpoints: readonly Breakpoint[] = []) {
  const passed: PassedStep[] = [];
  const play = new Play(steps, (step) => passed.push(step));
  play.setBreakpoints(breakpoints);
  return { play, passed };
}

const placeOf = ({ stop }: Play): string => {
  if (stop === null) return 'none';
  const place = stop.session.trace.placeOf(stop.session.at);
  return `${String(stop.step)}/${String(place?.script)}:${String(place?.line)}`;
};

const source = 'Integer x = 1;\naddChatMessage(1, "Hello", 1, "Robot", 0, "");\nx = 2;';

describe('a play', () => {
  it('goes from stop to stop over its steps, and back again', () => {
    const { play, passed } = playOf(stepsOf(source), [
      { kind: 'line', id: 1, script: 2, line: 3 },
      { kind: 'line', id: 2, script: 4, line: 2 },
    ]);
    play.begin(false);
    const places = [placeOf(play)];
    for (let n = 0; n < 3; n++) {
      play.continue();
      places.push(placeOf(play));
    }

    expect(places).toEqual(['1/2:3', '3/4:2', '4/2:3', 'none']);
    expect(passed.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  });

  it('goes back to the last stop of an earlier step, and at last to the first statement of all', () => {
    const { play } = playOf(stepsOf(source), [{ kind: 'line', id: 1, script: 2, line: 3 }]);
    play.begin(false);
    play.continue();
    expect(placeOf(play)).toBe('4/2:3');
    play.reverseContinue();
    expect(placeOf(play)).toBe('1/2:3');
    play.reverseContinue();

    expect([placeOf(play), play.stop?.session.reason]).toEqual(['1/2:1', 'entry']);
  });

  it('goes through all that nothing stops, running each step once', () => {
    let runs = 0;
    const steps = stepsOf(source);
    const counted: Steps = {
      ...steps,
      debuggee: (step, world) => (observer, hand) => {
        runs++;
        return steps.debuggee(step, world)(observer, hand);
      },
    };
    const { play, passed } = playOf(counted);
    play.begin(false);

    expect([play.stop, runs, passed.length]).toEqual([null, 4, 4]);
  });

  it('stops in no other step than it may', () => {
    const { play, passed } = playOf(stepsOf(source, undefined, { isStoppedIn: (step) => step === 3 }), [
      { kind: 'line', id: 1, script: 2, line: 3 },
    ]);
    play.begin(true);
    expect(placeOf(play)).toBe('3/3:1');
    play.move('stepBack');
    expect([placeOf(play), play.stop?.session.reason]).toEqual(['3/3:1', 'entry']);
    play.continue();

    expect([play.stop, passed.length]).toEqual([null, 4]);
  });

  it('plays all that comes behind a change by hand anew, later steps too', () => {
    const { play, passed } = playOf(
      stepsOf(
        'Integer x = 1;\nx++;\nsetSessionVariable("x", x.toString());',
        'print(getSessionVariable("x"));',
      ),
      [{ kind: 'line', id: 1, script: 2, line: 3 }],
    );
    play.begin(false);
    play.continue();
    play.reverseContinue();
    expect(play.edit({ frame: 0, variable: 'x', value: '70' })).toBeNull();
    expect(play.edit({ frame: 0, variable: 'y', value: '70' })).toBe('no-variable');
    play.continue();

    const printed = passed
      .flatMap(({ outcome }) => outcome.events)
      .flatMap((event) => (event.type === 'script.printed' && event.text !== 'heard' ? [event.text] : []));
    expect(printed).toEqual(['2', '70']);
  });

  it('comes, statement by statement, through the same places forwards and backwards, and changes nothing', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { play, passed } = playOf(stepsOf(program));
        play.begin(true);
        const places: string[] = [];
        while (play.stop !== null && places.length < 250) {
          places.push(`${placeOf(play)} ${String(play.stop.session.at)}`);
          play.move('stepIn');
        }
        if (play.stop !== null) return;
        const straight = playOf(stepsOf(program));
        straight.play.begin(false);
        expect(passed.map(({ outcome }) => outcome.events)).toEqual(
          straight.passed.map(({ outcome }) => outcome.events),
        );

        const back = playOf(stepsOf(program));
        back.play.begin(true);
        for (let n = 1; n < places.length; n++) back.play.move('stepIn');
        const backwards: string[] = [];
        for (let n = 0; n < places.length; n++) {
          if (back.play.stop !== null)
            backwards.push(`${placeOf(back.play)} ${String(back.play.stop.session.at)}`);
          back.play.move('stepBack');
        }
        expect(backwards).toEqual(places.toReversed());
      }),
      { numRuns: 6 },
    );
  });
});
