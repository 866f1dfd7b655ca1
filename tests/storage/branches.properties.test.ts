import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Grove } from '../support/grove.ts';
import { commandsIn } from '../support/machine.ts';

/* Branches share what they have in common, and nobody can tell. */

const which = fc.nat(20);
/** Not a number of any kind: of those, most are next to nothing. */
const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);

const acts = {
  append: fc.tuple(which),
  fork: fc.tuple(which, share, fc.boolean()),
  cut: fc.tuple(which, share),
  snapshot: fc.tuple(which),
  release: fc.tuple(which),
  remove: fc.tuple(which),
  putBack: fc.tuple(),
  sweep: fc.tuple(),
  wait: fc.tuple(fc.constantFrom(30, 300, 3000, 20_000)),
  crash: fc.tuple(fc.boolean()),
};

const does = {
  append: (grove: Grove, [n]: [number]) => grove.append(grove.pick(n)),
  fork: (grove: Grove, [n, upTo, isOpen]: [number, number, boolean]) =>
    grove.fork(grove.pick(n), upTo, isOpen),
  cut: (grove: Grove, [n, upTo]: [number, number]) => grove.cut(grove.pick(n), upTo),
  snapshot: (grove: Grove, [n]: [number]) => grove.saveSnapshot(grove.pick(n)),
  release: (grove: Grove, [n]: [number]) => grove.release(grove.pick(n)),
  remove: (grove: Grove, [n]: [number]) => grove.remove(grove.pick(n)),
  putBack: (grove: Grove) => grove.putBack(),
  sweep: (grove: Grove) => grove.sweep(),
  wait: (grove: Grove, [time]: [number]) => grove.machine.time.pass(time),
  crash: (grove: Grove, [wipe]: [boolean]) => grove.crash(wipe),
} as const;

type Name = keyof typeof acts;
const act = (name: Name, weight: number) => ({
  weight,
  arbitrary: (acts[name] as fc.Arbitrary<unknown[]>).map((of) => ({ name, of })),
});

const histories = fc.array(
  fc.oneof(
    act('append', 6),
    act('fork', 8),
    act('cut', 2),
    act('snapshot', 2),
    act('release', 1),
    act('remove', 3),
    act('putBack', 1),
    act('sweep', 2),
    act('wait', 4),
    act('crash', 2),
  ),
  { minLength: 8, maxLength: 20, size: 'max' },
);

/** What may harm somebody else; what comes of the others is seen with the next of these. */
const telling = new Set<Name>(['cut', 'sweep', 'wait', 'crash']);

/** Every workspace holds just what it has to, by all ways of reading it. */
async function check({ log, trees }: Grove): Promise<void> {
  const there = [...trees].filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id);
  expect((await log.workspaces()).map(({ id }) => id).sort()).toEqual(there.sort());
  for (const [id, { commands }] of trees) {
    expect(await commandsIn(log, id)).toEqual(commands);
    expect(await log.lastStep(id)).toBe(commands.length);
    expect((await log.census(id)).steps).toBe(commands.length);
    const steps = await log.steps(id, 1, Infinity);
    const events = steps.flatMap((step) => step.events);
    expect(await log.events(id, 1, 1000)).toEqual(events);
    expect(await log.events(id, 2, 3)).toEqual(events.slice(1, 3));
    expect([...(await log.applied(id, [...commands, 'another'])).values()].map(({ step }) => step)).toEqual(
      expect.arrayContaining(steps.map(({ step }) => step)),
    );
    const read = await log.read(id);
    expect(read?.seq).toBe(events.at(-1)?.seq ?? 0);
    expect(read?.events).toEqual(events);
  }
}

describe('branches of branches', () => {
  it('hold what they began with, whatever happens to where they begin', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (happened) => {
        const grove = new Grove();
        await grove.begin();
        for (const { name, of } of happened) {
          await does[name](grove, of as never);
          if (telling.has(name)) await check(grove);
        }
        await grove.crash(true);
        await check(grove);
        for (const id of grove.trees.keys()) await grove.append(id);
        await check(grove);
        const { log, machine } = grove;
        for (const id of grove.trees.keys()) await log.setDeleted(id, 5);
        for (const id of grove.trees.keys()) await grove.until(log.purge(id));
        expect(await grove.rows()).toEqual([]);
        expect([...machine.folder.files.keys()]).toEqual([]);
      }),
      { numRuns: Number(process.env.REHEARSAL_RUNS ?? 30) },
    );
  }, 120_000);
});
