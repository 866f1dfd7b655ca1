import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { fold } from '../../src/engine/fold.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { step } from '../../src/engine/step.ts';
import { Table } from '../../src/engine/table.ts';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import type { WorldJson } from '../../src/engine/world-json.ts';
import type { World } from '../../src/engine/world.ts';
import { inputs, worlds } from './arbitrary.ts';
import { checkHistory, checkWorld } from './invariants.ts';
import { runTinyScript } from './tiny-scripts.ts';
import { sentence } from '../../src/words/sentence.ts';

/** `npm test` runs the quick form; `npm run test:long` the long one. */
const runs = Number(process.env['REHEARSAL_RUNS'] ?? 150);

/** One customer on each channel first, so that most of what follows is possible. */
const arrivals = [1, 2, 3].map((channel): Input => ({ type: 'customer.connects', channel }));
const histories = fc.tuple(
  worlds,
  fc.array(inputs, { minLength: 5, maxLength: 60 }).map((sent) => [...arrivals, ...sent]),
);

const text = (world: World): string => JSON.stringify(worldToJson(world));
const throughJson = (world: World): World => worldFromJson(JSON.parse(text(world)) as WorldJson);

type Run = { world: World; events: RecordedEvent[]; lines: string[] };

/** Plays the inputs; `between` may put another world in place of the one a step left. */
function play(file: WorldFile, sent: readonly Input[], between: (world: World, index: number) => World): Run {
  let world = createWorld(file);
  const events: RecordedEvent[] = [];
  const lines: string[] = [];
  for (const [index, input] of sent.entries()) {
    const outcome = step(between(world, index), { step: index + 1, input }, runTinyScript);
    if (outcome.kind !== 'committed' && outcome.kind !== 'refused') throw new Error(outcome.kind);
    if (outcome.kind === 'refused') {
      expect(outcome.events).toEqual([]);
      expect(text(outcome.world)).toBe(text(world));
      expect(sentence(outcome.reason)).toMatch(/[.?!]$/);
    }
    // What a rule emits becomes the event, so it emits nothing twice.
    expect(new Set(outcome.events).size).toBe(outcome.events.length);
    world = outcome.world;
    events.push(...outcome.events);
    lines.push(outcome.kind, JSON.stringify(outcome.events));
  }
  return { world, events, lines };
}

const same = (world: World): World => world;

/** The same thing, whose parts nobody can change any more: who tries fails. */
function frozen<T>(thing: T): T {
  if (typeof thing !== 'object' || thing === null || Object.isFrozen(thing)) return thing;
  Object.freeze(thing);
  const rows: readonly unknown[] = thing instanceof Table ? thing.slice(1) : Object.values(thing);
  rows.forEach(frozen);
  return thing;
}

describe('any world and any inputs', { timeout: 10_000 + runs * 500 }, () => {
  it('give the same bytes again, and after a restart from JSON at any point (rulings 8)', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), ([file, sent], at) => {
        const once = play(file, sent, same);
        const again = play(file, sent, same);
        const restarted = play(file, sent, (world, index) => (index >= at ? throughJson(world) : world));

        expect(again.lines).toEqual(once.lines);
        expect(restarted.lines).toEqual(once.lines);
        expect(text(restarted.world)).toBe(text(once.world));
      }),
      { numRuns: runs },
    );
  });

  it('leave a world that is the fold of its events, read back as JSON', () => {
    fc.assert(
      fc.property(histories, ([file, sent]) => {
        const { world, events } = play(file, sent, same);
        const stored = JSON.parse(JSON.stringify(events)) as RecordedEvent[];

        expect(text(stored.reduce(fold, createWorld(file)))).toBe(text(world));
      }),
      { numRuns: runs },
    );
  });

  it('are folded into worlds that stay as they were', () => {
    fc.assert(
      fc.property(histories, ([file, sent]) => {
        const { world, events } = play(file, sent, same);
        const folded = events.reduce((before, event) => fold(frozen(before), event), createWorld(file));

        expect(text(folded)).toBe(text(world));
      }),
      { numRuns: runs },
    );
  });

  it('keep the invariants of sessions, bots, queue and timers', () => {
    fc.assert(
      fc.property(histories, ([file, sent]) => {
        const { world, events } = play(file, sent, (before) => {
          checkWorld(before);
          return before;
        });

        checkWorld(world);
        checkHistory(file, events);
      }),
      { numRuns: runs },
    );
  });
});
