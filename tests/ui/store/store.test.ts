import { describe, expect, it } from 'vitest';
import { worldToJson } from '../../../src/engine/world-json.ts';
import type { Listener } from '../../../src/protocol/engine-api.ts';
import { createDraftsBridge } from '../../../src/ui/store/drafts-bridge.ts';
import { shownTime } from '../../../src/ui/store/shown-time.ts';
import { held, type Moment } from '../../../src/ui/store/shown-log.ts';
import { sessionOf } from '../../../src/ui/store/session-of.ts';
import { createStore, requireWorld } from '../../../src/ui/store/store.ts';
import { createFakeEngine } from '../fake-engine.ts';
import { settle } from '../../support/fake-time.ts';
import { webStorage } from '../web-storage.ts';
import { helpDesk } from '../world-file.ts';
import { asText } from '../../../src/engine/codes.ts';

/** A store over the real engine; what it asks to be run later is run by `wake`. */
function given(noted = new Map<string, string>()) {
  let receive: Listener = () => undefined;
  const lose = { next: false };
  const engine = createFakeEngine(helpDesk, (publication) => {
    if (!lose.next) receive(publication);
    lose.next = false;
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
  return { engine, store, time, wake, lose };
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

    store.receive({ type: 'events', workspace: 'w', generation: 0, events: store.events.value });

    expect(store.world.value).toBe(before);
  });

  it('reads what it was not told, and is answered once it shows that', async () => {
    const { store, engine, wake, lose } = given();
    await store.open(null);
    lose.next = true;

    const answer = store.dispatch(connects);
    await settle();
    expect(requireWorld(store).sessions.length).toBe(0);
    wake();

    expect(await answer).toMatchObject({ kind: 'committed' });
    const again = await engine.open(null);
    expect(worldToJson(requireWorld(store))).toEqual('world' in again ? again.world : null);
  });

  it('shows another moment in the place of the live one, which goes on, until it is left', async () => {
    const { store, time, engine } = given();
    await store.open(null);
    await store.dispatch(connects);
    const past: Moment = { world: requireWorld(store), events: store.events.value };
    const seq = past.world.seq;
    await store.dispatch({ type: 'agent.picksUpNext', agent: 1 });
    await store.setClock({ speed: 10, paused: false });

    store.showMoment(past);
    expect(requireWorld(store).sessions.get(1)?.status).toBe(4);
    expect(store.events.value.at(-1)?.seq).toBe(seq);
    expect(shownTime(store.anchor.value, store.clock.value, (time.now = 60_000))).toBe(past.world.now);

    engine.take({ type: 'customer.writes', session: 1, text: 'hi' });
    expect(requireWorld(store)).toBe(past.world);
    expect(store.live.value?.world.messages.length).toBe(1);
    expect((await store.eventOf(seq + 1))?.seq).toBe(seq + 1);

    store.receive({ type: 'reopen', workspace: 'w' });
    await settle();
    expect(requireWorld(store)).toBe(past.world);

    store.showMoment(null);
    expect(store.world.value).toBe(store.live.value?.world);
    expect(requireWorld(store).messages.length).toBe(1);
    expect(store.clock.value).toEqual({ speed: 10, paused: false });
  });

  it('sends nothing while a moment of the past is shown, says so, and counts who tried', async () => {
    const { store } = given();
    await store.open(null);
    await store.dispatch(connects);
    store.showMoment({ world: requireWorld(store), events: store.events.value });
    const { clock } = store;
    const before = clock.value;

    const answers = [
      await store.dispatch(connects),
      await store.nextTimer(),
      await store.jump({ to: 0, timers: 'all' }),
    ];
    await store.setClock({ speed: 10, paused: false });

    expect(answers).toEqual(
      answers.map(() => ({ kind: 'refused', reason: { code: 'in-the-past', params: {} } })),
    );
    expect(store.tried.value).toBe(4);
    expect(store.live.value?.world.sessions.get(2)).toBeUndefined();
    store.showMoment(null);
    expect(clock.value.speed).toBe(before.speed);
    expect((await store.dispatch(connects)).kind).toBe('committed');
  });

  it('pages older events in front of the moment that is shown', async () => {
    const { store, engine } = given();
    await store.open(null);
    for (let n = 0; n < 700; n += 1) engine.take({ type: 'admin.savesTable', table: 'y_t', rows: [{ n }] });
    const { world, events } = { world: requireWorld(store), events: store.events.value };
    store.showMoment({ world, events: events.slice(-10) });

    await store.loadOlder('a');

    expect(store.events.value.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 510 }, (_, index) => world.seq - 509 + index),
    );
    expect((await store.findBack(() => true))?.seq).toBe(world.seq - 510);
    expect(store.live.value?.events).toBe(events);
  });

  it('goes back to the live moment when another workspace is opened', async () => {
    const { store, engine } = given();
    await store.open(null);
    await store.dispatch(connects);
    store.showMoment({ world: requireWorld(store), events: [] });
    const { open } = engine;
    engine.open = async (id) => {
      const opened = await open(id);
      return 'problem' in opened ? opened : { ...opened, workspace: { ...opened.workspace, id: 'x' } };
    };

    await store.open('x');

    expect(store.moment.value).toBeNull();
    expect(store.events.value).not.toEqual([]);
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

  it('knows which session a customer got by the events of the step, whatever others did meanwhile', async () => {
    const { store, engine } = given();
    await store.open(null);
    const { dispatch } = engine;
    engine.dispatch = async (command) => {
      engine.take({ ...connects, customer: { alias: 'Bo' } });
      const answer = await dispatch(command);
      engine.take({ ...connects, customer: { alias: 'Cy' } });
      return answer;
    };

    const answer = await store.dispatch(connects);
    const next = await store.dispatch({ type: 'agent.picksUpNext', agent: 1 });

    expect(sessionOf(store, connects, answer)).toBe(2);
    expect(sessionOf(store, { type: 'agent.picksUpNext', agent: 1 }, next)).toBe(1);
    expect(sessionOf(store, connects, { kind: 'refused', reason: asText('no') })).toBe(0);
    expect(requireWorld(store).sessions.length).toBe(5);
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
