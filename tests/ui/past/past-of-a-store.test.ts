import { describe, expect, it } from 'vitest';
import type { Bookmark, Listener } from '../../../src/protocol/engine-api.ts';
import { pastOf } from '../../../src/ui/past/past.ts';
import { createStore } from '../../../src/ui/store/store.ts';
import { createFakeEngine } from '../fake-engine.ts';
import { settle } from '../../support/fake-time.ts';
import { helpDesk } from '../world-file.ts';

/** A store whose agent came and went so often, and how often the marks of its log were read. */
async function given(steps: number) {
  let receive: Listener = () => undefined;
  const engine = createFakeEngine(helpDesk, (publication) => {
    receive(publication);
  });
  const reads = { count: 0, held: Promise.resolve() };
  let marked: readonly Bookmark[] = [];
  const store = createStore(
    {
      ...engine,
      stepMarks: async (workspace, from) => {
        reads.count += 1;
        const events = await engine.events(workspace, 1, Infinity);
        await reads.held;
        return events
          .map(({ step, seq }) => ({ step, seq, at: 0, by: ['agent'] as const }))
          .filter(({ step }) => step >= from);
      },
      bookmark: (_, bookmark) => {
        marked = [...marked, bookmark];
        return Promise.resolve(marked);
      },
    },
    { newId: () => '', mono: () => 0, after: () => undefined },
  );
  for (let n = 0; n < steps; n += 1)
    engine.take({ type: 'agent.setsPresence', agent: 1, present: n % 2 === 1 });
  await store.open(null);
  receive = store.receive;
  return { store, engine, reads, past: pastOf(store) };
}

const waits = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the time machine of a store', () => {
  it('knows the steps of a log as soon as somebody looks at its slider', async () => {
    const { past, reads } = await given(10);

    const leave = past.learn();
    await waits();
    leave();

    expect(past.marks.value).toHaveLength(10);
    expect(reads.count).toBe(1);
  });

  it('misses no step that comes while the steps before it are read', async () => {
    const { past, engine, reads } = await given(3);
    let letGo = () => {};
    reads.held = new Promise((resolve) => {
      letGo = resolve;
    });

    const first = past.catchUp();
    await settle();
    engine.take({ type: 'agent.setsPresence', agent: 1, present: true });
    const second = past.catchUp();
    await settle();
    letGo();
    await Promise.all([first, second]);

    expect(past.marks.value.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  });

  it('reads those of a long log when somebody turns to it, not with each message', async () => {
    const { past, reads } = await given(5001);

    const leave = past.learn();
    await waits();
    expect(reads.count).toBe(0);

    await past.catchUp();
    await past.catchUp();
    leave();
    expect(past.marks.value).toHaveLength(5001);
    expect(reads.count).toBe(1);
  });

  it('goes on from the last step also before anybody looked at the slider', async () => {
    const { past } = await given(7);

    expect(await past.lastStep()).toBe(7);
  });

  it('keeps a bookmark with what is said of the workspace', async () => {
    const { past, store } = await given(3);

    expect(await past.bookmark({ step: 2, name: 'here' }, true)).toBe(true);
    await settle();

    expect(store.workspace.value?.about?.bookmarks).toEqual([{ step: 2, name: 'here' }]);
    expect(past.bookmarks.value).toEqual([{ step: 2, name: 'here' }]);
  });
});
