import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/engine/fold.ts';
import type { World } from '../../../src/engine/world.ts';
import type { Log } from '../../../src/storage/log.ts';
import { snapshotEvery } from '../../../src/storage/rows.ts';
import { Snapshots } from '../../../src/worker/write/snapshots.ts';
import { writeFailure } from '../../support/faulty-storage.ts';
import { FakeTime, settle } from '../../support/fake-time.ts';
import { standInEngine, worldFile } from '../../support/stand-in-engine.ts';
import { storedStep } from '../../support/stored-step.ts';

/** The world after so many events. */
function worldAfter(count: number): World {
  const { events } = storedStep(1, 1, count);
  return events.reduce(fold, standInEngine.createWorld(worldFile));
}

function watched(save: () => Promise<void>) {
  const time = new FakeTime();
  const saved: number[] = [];
  const log = {
    saveSnapshot: (_: unknown, seq: number) => {
      saved.push(seq);
      return save();
    },
  } as unknown as Log;
  return { time, saved, snapshots: new Snapshots(log, { workspace: 'mine', epoch: 1 }, time, 0) };
}

describe('snapshots', () => {
  it('that cannot be saved are not made again with each message', async () => {
    const { saved, snapshots } = watched(() => Promise.reject(writeFailure()));
    const world = worldAfter(snapshotEvery * 8);
    snapshots.note(worldAfter(snapshotEvery));

    for (let message = 0; message < 10; message++) {
      snapshots.note({ ...world, seq: world.seq + message });
      await settle(1);
    }

    expect(saved).toEqual([snapshotEvery * 8]);
  });

  it('are made anew from where the log was cut off, though one was being saved just then', async () => {
    let answer = () => {};
    const { time, saved, snapshots } = watched(() => new Promise((resolve) => (answer = resolve)));
    snapshots.note(worldAfter(snapshotEvery));
    snapshots.note(worldAfter(snapshotEvery * 8));
    snapshots.begin(0);
    answer();
    await settle(1);

    snapshots.note(worldAfter(snapshotEvery));
    await time.pass(1000);

    expect(saved).toEqual([snapshotEvery * 8, snapshotEvery]);
  });

  it('of what came whole wait until nobody writes, however long it is', async () => {
    const { time, saved, snapshots } = watched(() => Promise.resolve());
    snapshots.note(worldAfter(snapshotEvery * 20));
    await time.pass(900);
    expect(saved).toEqual([]);

    await time.pass(200);

    expect(saved).toEqual([snapshotEvery * 20]);
  });

  it('are not made any more once their writer has stopped', async () => {
    const { time, saved, snapshots } = watched(() => Promise.resolve());
    snapshots.note(worldAfter(snapshotEvery));
    snapshots.stop();

    await time.pass(10_000);

    expect([saved, time.delays]).toEqual([[], []]);
  });
});
