import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breakpoint } from '../../src/debug/breakpoints.ts';
import type { Debuggee } from '../../src/debug/debuggee.ts';
import { endOf, moved, type Verb } from '../../src/debug/moves.ts';
import { begin, move, shown, toLastChange, type Session } from '../../src/debug/session.ts';
import { programs, trigger } from './random-program.ts';
import { stepOf, worldOf } from './stage.ts';

const runs = { numRuns: 60 };

function debuggeeOf(source: string): Debuggee {
  const world = worldOf(
    source,
    [{ id: 3, name: 'guard', source: trigger }],
    [{ id: 1, event: 403, script: 3 }],
  );
  const again = stepOf(world);
  return (observer, hand) => again({ observer, ...hand });
}

/** Some of the statements of a step, its first and its last among them. */
function sampled({ trace }: Session): readonly number[] {
  const every = Math.max(1, Math.floor(trace.length / 40));
  const some = Array.from({ length: trace.length }, (_, index) => index + 1).filter(
    (at) => at % every === 1 % every,
  );
  return [...some, trace.length];
}

/** What is to be seen, as plain values. */
function seenAt(debuggee: Debuggee, session: Session) {
  const snapshot = shown(debuggee, session);
  const pet = snapshot?.frames.flatMap(({ variables }) => variables).find(({ name }) => name === 'pet');
  return { frames: snapshot?.frames, pet: snapshot?.unfold(pet?.reference ?? 0) };
}

const stand = (session: Session, at: number): Session =>
  move(session, { command: 'gotoStatement', statement: at });

describe('moving over the statements of any program', () => {
  it('changes nothing of what comes of the step', () => {
    fc.assert(
      fc.property(programs, (source) => {
        const debuggee = debuggeeOf(source);
        expect(begin(debuggee, [], 'end').outcome).toEqual(debuggee());
      }),
      runs,
    );
  });

  it('comes back to where it was, forwards and then backwards and the other way round', () => {
    fc.assert(
      fc.property(programs, (source) => {
        const { trace } = begin(debuggeeOf(source), [], 'start');
        // Of a long run every so many statements are enough.
        for (let at = 1; at <= trace.length; at += 1 + Math.floor(trace.length / 300)) {
          const to = (...verbs: Verb[]) => verbs.reduce((here, verb) => moved(trace, here, verb), at);
          expect(to('stepIn', 'stepBack')).toBe(at);
          if (at > 1) expect(to('stepBack', 'stepIn')).toBe(at);
          const after = to('next');
          const stays = after <= trace.length && trace.frameOf(after) === trace.frameOf(at);
          if (stays) expect(to('next', 'backOver')).toBe(at);
          const before = to('backOver');
          if (before < at && trace.frameOf(before) === trace.frameOf(at))
            expect(to('backOver', 'next')).toBe(at);
          if (trace.depthOf(at) > 0) {
            expect(to('stepOut')).toBe(to('backOut', 'next'));
            expect(to('backOut')).toBeLessThan(at);
            if (trace.depthOf(to('stepOut')) === trace.depthOf(at) - 1)
              expect(to('stepOut', 'backOver')).toBe(to('backOut'));
          }
          expect(to('stepOutScope')).toBeLessThanOrEqual(to('stepOut'));
          expect(to('backOutScope')).toBeGreaterThanOrEqual(to('backOut'));
        }
      }),
      runs,
    );
  });

  it('shows the same state before and after, and the trace tells the truth of it', () => {
    fc.assert(
      fc.property(programs, (source) => {
        const debuggee = debuggeeOf(source);
        const session = begin(debuggee, [], 'start');
        for (const at of sampled(session).slice(0, 12)) {
          const here = stand(session, at);
          const seen = seenAt(debuggee, here);
          const back = move(move(here, { command: 'stepIn' }), { command: 'stepBack' });
          expect(seenAt(debuggee, back)).toEqual(seen);
          expect(seen.frames).toHaveLength(session.trace.depthOf(at) + 1);
          expect(seen.frames?.[0]?.line).toBe(session.trace.placeOf(at)?.line);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('stops at the same statements in both directions', () => {
    const breakpointsOf = (lines: readonly number[]): readonly Breakpoint[] => [
      ...lines.map((line, index): Breakpoint => ({
        kind: 'line',
        id: index,
        script: 2,
        line,
        ...(index % 3 === 1 && { condition: 'total % 2 == 0' }),
        ...(index % 3 === 2 && { hitCondition: '>= 2' }),
      })),
      { kind: 'function', id: 100, name: 'f0' },
      { kind: 'event', id: 101, event: 'message' },
      { kind: 'exception', id: 102, filter: 'all' },
    ];
    fc.assert(
      fc.property(
        programs,
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }),
        (source, lines) => {
          const start = begin(debuggeeOf(source), breakpointsOf(lines), 'start');
          const forwards = walk(start, 'continue');
          const backwards = walk(move(start, { command: 'toEnd' }), 'reverseContinue');
          const atStart = start.stops.hits.has(1) ? [1] : [];
          expect([...atStart, ...forwards]).toEqual(backwards.toReversed());
        },
      ),
      runs,
    );
  });

  it('finds the statement that gave a variable its value', () => {
    fc.assert(
      fc.property(programs, (source) => {
        const debuggee = debuggeeOf(source);
        const session = begin(debuggee, [], 'start');
        for (const at of sampled(session).slice(0, 8)) {
          const here = stand(session, at);
          const depth = session.trace.depthOf(at);
          const valueAt = (place: Session) => {
            const snapshot = shown(debuggee, place);
            const frame = (snapshot?.frames.length ?? 0) - 1;
            const value = snapshot?.evaluate('total', frame);
            return value && 'value' in value ? value.value : undefined;
          };
          const change = toLastChange(debuggee, here, 'total', depth);
          if (change === null) continue;
          expect(change.at).toBeLessThan(at);
          expect(valueAt(change)).not.toBe(valueAt(here));
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** All stops that a command comes to. */
function walk(session: Session, command: 'continue' | 'reverseContinue'): readonly number[] {
  const stops: number[] = [];
  let here = session;
  for (;;) {
    const next = move(here, { command });
    if (next.at === here.at || next.at === endOf(next.trace)) return stops;
    here = next;
    if (next.reason === 'breakpoint') stops.push(next.at);
    else return stops;
  }
}
