import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldJson } from '../../src/engine/world-json.ts';
import { readChain } from '../../src/storage/journal/chain.ts';
import { readEnd } from '../../src/storage/journal/journal-end.ts';
import { JournalFile } from '../../src/storage/journal/journal-file.ts';
import { decodeRecords, journalFormat, nothing, type Last } from '../../src/storage/journal/record.ts';
import { rowOf } from '../../src/storage/readable.ts';
import { recentEvents, snapshotFormat } from '../../src/storage/rows.ts';
import { mine } from '../support/machine.ts';
import { MemoryFolder } from '../support/memory-folder.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';

/** Three steps have more events than are read with a workspace. */
const eventsOfStep = 400;

const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('steps'), n: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('snapshot'), n: fc.constant(0) }) },
  {
    arbitrary: fc.record({ does: fc.constantFrom('name', 'bookmark'), n: fc.integer({ min: 1, max: 9 }) }),
    weight: 2,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('goes on', 'anew', 'reborn'),
      n: fc.integer({ min: 0, max: 2 }),
    }),
  },
);

/** The files of a journal that came to be in this way. */
async function written(
  acts: readonly { readonly does: string; readonly n: number }[],
): Promise<MemoryFolder> {
  const folder = new MemoryFolder();
  let epoch = 0;
  let generation = 0;
  let last: Last[] = [];
  const begin = async (after: Last, upTo = 0): Promise<JournalFile> => {
    const opened = await folder.open({ workspace: 'mine', epoch: epoch++, serial: 0 });
    if (opened === null) throw new Error('It is open.');
    const file = new JournalFile(opened);
    file.begin({ format: journalFormat, workspace: mine, generation, world: worldFile, after, upTo });
    return file;
  };
  const step = (number: number) => {
    const found = storedStep(
      number,
      number * eventsOfStep,
      eventsOfStep,
      `command ${String(number)} of ${String(epoch)}`,
    );
    return rowOf('mine', found);
  };
  let file = await begin(nothing);
  for (const { does, n } of acts) {
    if (does === 'steps') {
      const rows = Array.from({ length: n }, (_, index) => step(last.length + 1 + index));
      file.append(rows);
      last = [...last, ...rows.map((row) => ({ step: row.step, seq: row.seq, command: row.command }))];
    }
    if (does === 'snapshot' && last.length > 0) {
      const world = { seq: last.at(-1)?.seq, sessions: [] } as unknown as WorldJson;
      file.keepSnapshot({ last: file.last, format: snapshotFormat, world });
    }
    if (does === 'name') file.keepName(`Name ${String(n)}`, true);
    if (does === 'bookmark') file.keepBookmarks([{ step: n, name: 'A moment' }]);
    if (does === 'goes on') {
      last = last.slice(0, Math.max(0, last.length - n));
      file = await begin(last.at(-1) ?? nothing);
    }
    if (does === 'anew' || does === 'reborn') {
      if (does === 'reborn') generation += 1;
      last = [];
      file = await begin(nothing, n);
    }
  }
  return folder;
}

describe('the end of a journal', () => {
  it('says what the whole of it says, or nothing', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const folder = await written(acts);
        const journals = await folder.list();
        const chain = await readChain(folder, journals, 'mine');
        const end = await readEnd(folder, journals, 'mine');
        if (end === null) return;
        found += 1;
        expect(end.head).toEqual(chain.head);
        expect(end.steps).toEqual(chain.steps.slice(-end.steps.length));
        if (end.steps.length === chain.steps.length) return;
        const { last } = end.snapshot ?? {};
        expect(end.steps.find(({ step }) => step === last?.step)).toMatchObject({ ...last });
        expect(last?.step).toBeLessThanOrEqual(chain.snapshot?.last.step ?? 0);
        expect(end.steps.length * eventsOfStep).toBeGreaterThanOrEqual(recentEvents);
      }),
      {
        numRuns: 300,
        examples: [
          [
            [
              { does: 'steps', n: 4 },
              { does: 'snapshot', n: 0 },
              { does: 'goes on', n: 1 },
              { does: 'snapshot', n: 0 },
            ],
          ],
        ],
      },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('is what it was, or what the rest says, or nothing, wherever the journal is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 10 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('flipped', 'cut off', 'cut behind a record', 'emptied'),
        async (acts, where, damage) => {
          const folder = await written(acts);
          const journals = await folder.list();
          const before = await readEnd(folder, journals, 'mine');
          const path = [...folder.files.keys()].at(-1) ?? '';
          const bytes = (folder.files.get(path) ?? new Uint8Array()).slice();
          const at = Math.min(bytes.length - 1, Math.floor(where * bytes.length));
          const ends = [...decodeRecords(bytes)].map(({ end }) => end);
          const lengths = {
            flipped: bytes.length,
            'cut off': at,
            'cut behind a record': ends.findLast((end) => end <= at) ?? 0,
            emptied: 0,
          };
          if (damage === 'flipped') bytes[at] = (bytes[at] ?? 0) ^ 4;
          folder.files.set(path, bytes.slice(0, lengths[damage]));
          const after = await readEnd(folder, journals, 'mine');
          fc.pre(after !== null);
          if (damage === 'flipped') {
            expect(after).toEqual(before);
            return;
          }
          const chain = await readChain(folder, journals, 'mine');
          expect(after.head).toEqual(chain.head);
          expect(after.steps).toEqual(chain.steps.slice(chain.steps.length - after.steps.length));
        },
      ),
      { numRuns: 60 },
    );
  });
});
