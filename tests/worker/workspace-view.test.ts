import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { Publication } from '../../src/protocol/engine-api.ts';
import { newRow } from '../../src/storage/rows.ts';
import type { Loaded } from '../../src/worker/write/load-world.ts';
import { WorkspaceView } from '../../src/worker/workspace-view.ts';
import { Machine } from '../support/in-process-worker.ts';
import { standInEngine, worldFile } from '../support/stand-in-engine.ts';

const clock = { speed: 1, paused: true };
const loaded = (seq: number, generation = 0): Loaded => ({
  workspace: { ...newRow({ id: 'w', name: 'W', createdAt: 0 }), generation },
  world: standInEngine.createWorld(worldFile),
  seq,
  step: seq,
  snapshotSeq: 0,
  events: [],
  damage: null,
});
const eventOf = (seq: number) => ({ seq }) as RecordedEvent;

/** What the page of a tab that looks on is told. */
function given(seq: number) {
  const told: Publication[] = [];
  const view = new WorkspaceView(new Machine().ports(), (publication) => told.push(publication), loaded(seq));
  const stands = (at: number, generation = 0) => {
    view.follow({
      workspace: 'w',
      writes: true,
      epoch: 1,
      generation,
      seq: at,
      clock: view.clock.state,
      now: 0,
      waiting: null,
    });
  };
  const reached = () => told.flatMap((one) => (one.type === 'reached' ? [[one.generation, one.seq]] : []));
  return { view, told, stands, reached };
}

describe('the view of a workspace', () => {
  it('passes on what the writer tells as it comes: late, twice or with gaps', () => {
    const { view, told } = given(3);

    for (const seq of [5, 4, 5])
      view.see({ type: 'events', workspace: 'w', generation: 0, events: [eventOf(seq)] });

    expect(told.map((one) => (one.type === 'events' ? one.events.map(({ seq }) => seq) : []))).toEqual([
      [5],
      [4],
      [5],
    ]);
    expect(view.seq).toBe(5);
  });

  it('says once how far the log reaches that the writer has come to', () => {
    const { stands, reached } = given(3);

    for (const seq of [3, 4, 4, 3]) stands(seq);
    stands(2, 1);
    stands(9, 0); // of a tab that was frozen and does not know yet

    expect(reached()).toEqual([
      [0, 4],
      [1, 2],
    ]);
  });

  it('says it again to a page that begins anew with less', () => {
    const { view, reached } = given(3);
    view.see({ type: 'events', workspace: 'w', generation: 0, events: [eventOf(4)] });

    view.opened(loaded(3), {}, null);
    view.opened(loaded(4), {}, null);

    expect(reached()).toEqual([[0, 4]]);
    expect(view.clock.state).toEqual({ ...clock, paused: false });
  });
});
