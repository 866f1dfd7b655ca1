import { describe, expect, it } from 'vitest';
import { worldToJson } from '../../src/engine/world-json.ts';
import type { Listener } from '../../src/protocol/engine-api.ts';
import { createDraftsBridge } from '../../src/ui/store/drafts-bridge.ts';
import { shownTime } from '../../src/ui/store/shown-time.ts';
import { createStore, held, requireWorld } from '../../src/ui/store/store.ts';
import { createFakeEngine } from './fake-engine.ts';
import { webStorage } from './web-storage.ts';
import { helpDesk } from './world-file.ts';

/** A store over the real engine; what it asks to be run later is run by `wake`. */
function given(noted = new Map<string, string>()) {
  let receive: Listener = () => undefined;
  const engine = createFakeEngine(helpDesk, (publication) => {
    receive(publication);
  });
  const later: (() => void)[] = [];
  const time = { now: 0 };
  let ids = 0;
  const store = createStore(engine, {
    newId: () => String((ids += 1)),
    mono: () => time.now,
    after: (_, run) => {
      later.push(run);
    },
    draftsBridge: createDraftsBridge(webStorage(noted)),
  });
  receive = store.receive;
  const wake = () => {
    for (const run of later.splice(0)) run();
  };
  return { engine, store, time, wake };
}

const connects = { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } } as const;

describe('the store', () => {
  it('shows the world that the published events make of the opened one', async () => {
    const { store, engine } = given();
    await store.open(null);

    await store.dispatch(connects);
    await store.dispatch({ type: 'agent.picksUpNext', agent: 1 });

    const again = await engine.open(null);
    expect(worldToJson(requireWorld(store))).toEqual('world' in again ? again.world : null);
    expect(store.events.value.at(-1)?.seq).toBe(requireWorld(store).seq);
    expect(requireWorld(store).sessions.get(1)?.status).toBe(5);
  });

  it('says with what it saves what it shows in its place, so that nothing unseen is overwritten', async () => {
    const { store, engine } = given();
    const sent: unknown[] = [];
    const { dispatch } = engine;
    engine.dispatch = (command) => {
      sent.push(command.base);
      return dispatch(command);
    };
    await store.open(null);

    await store.dispatch({ type: 'admin.savesTable', table: 'y_t', rows: [] });
    await store.dispatch({ type: 'admin.savesTable', table: 'y_t', rows: [{ id: 1 }] });
    await store.dispatch(connects);

    expect(sent).toEqual([null, [], undefined]);
  });

  it('takes an event that is published twice only once', async () => {
    const { store } = given();
    await store.open(null);
    await store.dispatch(connects);
    const before = store.world.value;

    store.receive({ type: 'events', workspace: 'w', events: store.events.value });

    expect(store.world.value).toBe(before);
  });

  it('opens the workspace again when an event is missing', async () => {
    const { store, engine } = given();
    await store.open(null);
    engine.take(connects);
    const [last] = store.events.value.slice(-1);
    if (last === undefined) throw new Error('There is no event.');

    store.receive({ type: 'events', workspace: 'w', events: [{ ...last, seq: last.seq + 7 }] });
    await Promise.resolve();
    await Promise.resolve();

    expect(requireWorld(store).seq).toBe(last.seq);
    expect(store.problem.value).toBeNull();
  });

  it('does not heed what is told of other workspaces', async () => {
    const { store } = given();
    await store.open(null);

    store.receive({ type: 'clock', workspace: 'other', clock: { speed: 60, paused: false }, now: 1 });

    expect(store.clock.value).toEqual({ speed: 1, paused: true });
  });

  it('holds the newest thousand events and puts older pages in front', async () => {
    const { store, engine } = given();
    await store.open(null);
    engine.take(connects);
    for (let n = 0; n < 1300; n += 1)
      engine.take({ type: 'customer.types', session: 1, typing: n % 2 === 0 });
    const newest = requireWorld(store).seq;
    expect(store.events.value).toHaveLength(held);
    expect(store.events.value.at(-1)?.seq).toBe(newest);

    await store.loadOlder('a');
    await store.loadOlder('a');

    expect(store.events.value.map(({ seq }) => seq)).toEqual(
      Array.from({ length: newest }, (_, index) => index + 1),
    );
    store.letGo('a');
    expect(store.events.value).toHaveLength(held);
  });

  it('finds events that it no longer holds', async () => {
    const { store, engine } = given();
    await store.open(null);
    engine.take(connects);
    for (let n = 0; n < 1300; n += 1)
      engine.take({ type: 'customer.types', session: 1, typing: n % 2 === 0 });

    expect((await store.eventOf(1))?.type).toBe('session.created');
    expect((await store.findBack(({ type }) => type === 'session.created'))?.seq).toBe(1);
    expect(await store.eventOf(999_999)).toBeUndefined();
  });

  it('tells a refusal as an answer and not as a problem', async () => {
    const { store } = given();
    await store.open(null);

    const answer = await store.dispatch({ type: 'customer.writes', session: 77, text: 'hi' });

    expect(answer.kind).toBe('refused');
    expect(store.problem.value).toBeNull();
    expect(store.pending.value).toBe(0);
  });

  it('gives the next page the text that was typed a blink before this one went', async () => {
    const noted = new Map<string, string>();
    const { store } = given(noted);
    await store.open(null);
    store.keepDraft('customer:1', 'half a sen');
    const left = store.leave(); // and the page is gone before that ends
    const note = new Map(noted);
    await left;

    const next = given(note);
    await next.store.open(null);

    expect(next.store.draft('customer:1')).toBe('half a sen');
    await next.store.flushDrafts();
    const again = await next.engine.open(null);
    expect('drafts' in again ? again.drafts : {}).toEqual({ 'customer:1': 'half a sen' });
    expect([...note]).toEqual([]);
    expect([...noted]).toEqual([]); // the first page stayed after all, and took its note back
  });

  it('does not trust what it finds noted', async () => {
    for (const found of ['{', '[1]', '{"customer:1":5}', 'null']) {
      const { store } = given(new Map([['rehearsal.drafts.w', found]]));
      await store.open(null);

      expect(store.draft('customer:1')).toBe('');
    }
  });

  it('keeps drafts in the page at once and on disk a moment later', async () => {
    const { store, engine, wake } = given();
    await store.open(null);

    store.keepDraft('customer:1', 'half a sen');
    store.keepDraft('customer:1', 'half a sentence');
    expect(store.draft('customer:1')).toBe('half a sentence');
    wake();
    await store.flushDrafts();

    const again = await engine.open(null);
    expect('drafts' in again ? again.drafts : {}).toEqual({ 'customer:1': 'half a sentence' });
  });

  it('shows the opening scene when somebody starts over', async () => {
    const { store } = given();
    await store.open(null);
    await store.dispatch(connects);

    expect(await store.startOver()).toBe(true);

    expect(requireWorld(store).sessions.length).toBe(0);
    expect(store.events.value).toEqual([]);
  });

  it('lets go of older events when nobody reads them any more, and not before', async () => {
    const { store } = given();
    await store.open(null);
    for (let n = 0; n < held + 20; n += 1)
      await store.dispatch({ type: 'admin.savesTable', table: 'y_t', rows: [{ n }] });
    store.keepAll('timeline');
    await store.loadOlder('console');
    const all = store.events.value.length;

    store.letGo('timeline');
    expect(store.events.value).toHaveLength(all);
    store.letGo('console');
    expect(store.events.value).toHaveLength(held);
  });

  it('goes along with another tab that starts over, and says it to the others when it does so itself', async () => {
    const { store, engine } = given();
    const asked: (string | null)[] = [];
    const { open } = engine;
    engine.open = (id) => {
      asked.push(id);
      return open(id);
    };
    engine.takeAlong = (from, to) => {
      asked.push(`${from} along to ${to}`);
      return Promise.resolve();
    };
    await store.open(null);

    store.receive({ type: 'along', workspace: 'other', to: 'not this' });
    store.receive({ type: 'along', workspace: 'w', to: 'x' });
    await store.goOnWith('y');

    expect(asked).toEqual([null, 'w along to y', 'x', 'y']);
  });
});

describe('the shown clock', () => {
  it('stands while it is paused and runs at its speed otherwise', () => {
    const anchor = { at: 1000, since: 50 };

    expect(shownTime(anchor, { speed: 10, paused: true }, 150)).toBe(1000);
    expect(shownTime(anchor, { speed: 10, paused: false }, 150)).toBe(2000);
  });
});
