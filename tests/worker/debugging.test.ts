import { afterEach, describe, expect, it } from 'vitest';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { Breakpoint, DebugView, PastStops, Waits } from '../../src/protocol/debug-api.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { settle, until } from '../support/fake-time.ts';
import { Machine, type Tab } from '../support/in-process-worker.ts';

/** A bot that answers through a function, while a trigger masks each message before it is saved. */
const answers = `Integer session = 1;
Void say(String text) {
  addChatMessage(session, text, 1, "Robot", 0, "");
}
EventData ed = getEventData();
String heard = ed.getInputValue("chatMessage.message");
String answer = "You said " + heard;
say(answer);
print("done");`;
const masks = `EventData ed = getEventData();
String text = ed.getInputValue("chatMessage.message");
String clean = text + "!";
ed.setOutputValue("chatMessage.message", clean);`;

const world: WorldFile = {
  startsAt: '2024-01-01T10:00:00Z',
  channels: [
    {
      id: 1,
      name: 'Support',
      bot: { enabled: true, folder: 'Echo', name: 'Echo' },
      preChatForm: { enabled: false },
    },
  ],
  agents: [{ id: 1, name: 'Ann' }],
  folders: [
    {
      id: 1,
      name: 'Echo',
      scripts: [
        { id: 1, name: 'bot register', source: '' },
        { id: 2, name: 'bot message received', source: answers },
      ],
    },
    { id: 2, name: 'Triggers', scripts: [{ id: 3, name: 'mask', source: masks }] },
  ],
  triggers: [{ id: 1, event: 402, script: 3 }],
};

const loadText = () => Promise.resolve('{}');
const ports = { engine: realEngine(), loadText };
const machines: Machine[] = [];
const atLine = (script: number, line: number, more: object = {}): Breakpoint => ({
  id: script * 100 + line,
  kind: 'line',
  script,
  line,
  ...more,
});

/** A tab that shows the world, in which Zoe has come. */
async function room(): Promise<{ machine: Machine; tab: Tab }> {
  const machine = new Machine();
  machines.push(machine);
  const tab = await machine.tab({ ports: { ...ports, loadText: sample } });
  const made = await tab.service.createPlayed(
    { name: 'Room', began: 'file', world, steps: [], openingSteps: 0 },
    'room',
  );
  if ('problem' in made) throw new Error(made.problem.reason.code);
  await tab.open('room');
  await tab.dispatch('zoe', { type: 'customer.connects', channel: 1, customer: { alias: 'Zoe' } });
  return { machine, tab };
}
const sample = () =>
  Promise.resolve(
    JSON.stringify({ format: 'rehearsal-scenario', version: 1, name: 'First', world, steps: [] }),
  );

const writes = (tab: Tab, id: string, text: string) =>
  tab.dispatch(id, { type: 'customer.writes', session: 1, text });

const waits = (tab: Tab): Waits | null | undefined =>
  tab.heard.reduce<Waits | null | undefined>(
    (last, told) => (told.type === 'waits' ? told.waits : last),
    tab.opened.waits,
  );
const texts = async (tab: Tab): Promise<string[]> =>
  (await tab.log()).flatMap((event) => (event.type === 'message.saved' ? [event.text] : []));

function viewed(view: DebugView | null | { readonly problem: unknown }): DebugView {
  if (view === null || 'problem' in view) throw new Error(`Nothing is shown: ${JSON.stringify(view)}`);
  return view;
}
const lineOf = ({ calls }: DebugView) => calls.map(({ script, line }) => `${String(script)}:${String(line)}`);

afterEach(() => {
  machines.length = 0;
});

describe('a breakpoint in a live step', () => {
  it('has the step wait, says where and for whom, and nothing of it is written before it goes on', async () => {
    const { tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(2, 8)]);

    const answer = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);

    expect(waits(tab)).toMatchObject({
      step: 2,
      why: 'breakpoint',
      session: 1,
      place: { script: 2, line: 8 },
      input: { type: 'customer.writes', text: 'Hello' },
    });
    expect(await texts(tab)).toEqual([]);
    expect(await tab.service.goOn('room', 'continue')).toBe(true);
    expect(await answer).toMatchObject({ kind: 'committed' });
    expect(waits(tab)).toBeNull();
    expect(await texts(tab)).toEqual(['Hello!', 'You said Hello!!']);
    expect(await tab.service.goOn('room', 'continue')).toBe(false);
  });

  it('is looked at over nested scripts, backwards, changed, and goes on as it was changed', async () => {
    const { tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(3, 4)]);
    void writes(tab, 'hello', 'Hello');
    await until(() => waits(tab)?.place?.script === 3);
    await tab.service.goOn('room', 'continue'); // the customer's own message is masked first
    await until(() => waits(tab)?.place?.statement !== 4);

    const inside = viewed(await tab.service.debug('room', { kind: 'waiting' }));
    expect(lineOf(inside)).toEqual(['3:4', '2:3', '2:8']);
    expect(inside).toMatchObject({ target: 'waiting', step: 2, reason: 'breakpoint', textsThen: {} });
    expect(inside.calls.map(({ executed }) => executed)).toEqual([[1, 2, 3], [3], [1, 5, 6, 7, 8]]);
    expect(inside.calls[0]?.startedBy).toBeDefined();
    expect(inside.calls[1]?.startedBy).toBeUndefined();
    expect(inside.calls[2]?.startedBy).toBeDefined();
    expect(inside.chat).toMatchObject({
      session: 1,
      messages: 1,
      last: [{ by: 'customer', text: 'Hello!' }],
    });

    const out = viewed(await tab.service.debugMove('room', { command: 'backOut' }));
    const before = viewed(await tab.service.debugMove('room', { command: 'backOut' }));
    expect([lineOf(out), lineOf(before)]).toEqual([['2:3', '2:8'], ['2:8']]);
    expect(await tab.service.debugEvaluate('room', ['heard + "?"', 'nobody'], 0)).toMatchObject([
      { value: '"Hello!?"' },
      { problem: {} },
    ]);
    expect(await tab.service.debugSet('room', 0, 'answer', 'nonsense(')).toEqual({ problem: 'no-literal' });
    const changed = viewed(await tab.service.debugSet('room', 0, 'answer', '"Changed"'));
    expect(changed.hand.edits).toMatchObject([{ variable: 'answer', value: '"Changed"' }]);
    expect(await tab.service.goOn('room', 'commit')).toBe(true);

    await until(() => waits(tab) === null);
    await settle();
    expect(await texts(tab)).toEqual(['Hello!', 'Changed!']);
  });

  it('stops the script there when somebody says so, and the chat goes on', async () => {
    const { tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(2, 8)]);
    const answer = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);

    expect(await tab.service.goOn('room', 'stop')).toBe(true);

    expect(await answer).toMatchObject({ kind: 'committed' });
    expect(await texts(tab)).toEqual(['Hello!']);
    expect((await tab.log()).filter(({ type }) => type === 'script.failed')).toMatchObject([
      { script: 2, kind: 'Stopped', line: 8 },
    ]);
  });

  it('can be dropped, so that it never was', async () => {
    const { tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(2, 8)]);
    const answer = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);

    expect(await tab.service.goOn('room', 'drop')).toBe(true);

    expect(await answer).toMatchObject({ kind: 'refused', reason: { code: 'dropped-by-hand' } });
    expect(await texts(tab)).toEqual([]);
  });

  it('costs nothing where none is on', async () => {
    const { tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(2, 8, { isOff: true })]);

    expect(await writes(tab, 'hello', 'Hello')).toMatchObject({ kind: 'committed' });
    expect(waits(tab)).toBeNull();
  });
});

describe('a call that nobody answers', () => {
  const asks = `HTTP h;
Byte[] one = h.get("https://one.test/");
Byte[] two = h.get("https://two.test/");
print(String(one) + "," + String(two) + "," + h.hasError().toString());`;
  const calling = async () => {
    const { machine, tab } = await room();
    await tab.dispatch('script', {
      type: 'admin.savesScript',
      folder: 'Echo',
      script: { id: 2, name: 'bot message received', source: asks },
    });
    return { machine, tab };
  };
  const printed = async (tab: Tab) =>
    (await tab.log()).flatMap((event) => (event.type === 'script.printed' ? [event.text] : []));
  const answer = (url: string, body: string) => ({ method: 'GET', url, status: 200, body });

  it('has its step wait where the workspace asks, for one answer after the other', async () => {
    const { machine, tab } = await calling();
    const other = await machine.tab({ ports });
    await tab.service.saveAsksForAnswers('room', true);
    const written = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);

    expect(waits(tab)).toMatchObject({
      why: 'http',
      session: 1,
      place: { script: 2, line: 2 },
      call: { method: 'GET', url: 'https://one.test/' },
    });
    await until(() => other.heard.some(({ type }) => type === 'breakpoints'));
    expect(await other.service.asksForAnswers('room')).toBe(true);
    const first = answer('https://one.test/', '1');
    await tab.service.goOn('room', 'continue', { answers: [first] });
    await until(() => waits(tab)?.place?.line === 3);
    expect(waits(tab)).toMatchObject({ call: { url: 'https://two.test/' }, hand: { answers: [first] } });
    await tab.service.goOn('room', 'continue', { answers: [first, answer('https://two.test/', '2')] });

    expect(await written).toMatchObject({ kind: 'committed' });
    expect(await printed(tab)).toEqual(['1,2,false']);
  });

  it('goes on without an answer when somebody says so, and asks no more in this step', async () => {
    const { tab } = await calling();
    await tab.service.saveAsksForAnswers('room', true);
    const written = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);

    await tab.service.goOn('room', 'commit');

    expect(await written).toMatchObject({ kind: 'committed' });
    expect(await printed(tab)).toEqual([',,true']);
  });

  it('waits for whoever releases it where a mock holds it, whatever the workspace asks', async () => {
    const { tab } = await calling();
    await tab.dispatch('mock', {
      type: 'admin.savesMock',
      mock: { id: 1, request: { url: 'https://one.test/' }, responses: [{ body: 'held' }], hold: true },
    });
    const written = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);

    expect(waits(tab)).toMatchObject({ why: 'http', call: { held: 1 } });
    await tab.service.goOn('room', 'stop');

    expect(await written).toMatchObject({ kind: 'committed' });
    expect((await tab.log()).at(-1)).toMatchObject({ type: 'script.failed', kind: 'Stopped', line: 2 });
  });
});

describe('a step that waits when its tab goes', () => {
  it('is asked again by the next one, where the clock stood, and is applied once', async () => {
    const { machine, tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(2, 8)]);
    await machine.time.pass(5000);
    void writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);
    const stood = waits(tab);
    await settle();
    await tab.service.close();

    const next = await machine.tab({ ports });
    await until(() => waits(next) !== null);

    expect(next.opened.drafts).toEqual({});
    expect(waits(next)).toEqual(stood);
    // A page that had not got its answer sends it again.
    const again = writes(next, 'hello', 'Hello');
    await next.service.goOn('room', 'continue');
    expect(await again).toMatchObject({ kind: 'committed' });
    expect(await texts(next)).toEqual(['Hello!', 'You said Hello!!']);

    await next.service.close();
    const last = await machine.tab({ ports });
    await settle();
    expect(waits(last)).toBeNull();
    expect(await texts(last)).toHaveLength(2);
    expect(await last.service.breakpoints('room')).toEqual([atLine(2, 8)]);
  });

  it('is shown by the other tabs, which let it go on through the one that writes', async () => {
    const { machine, tab } = await room();
    const other = await machine.tab({ ports });
    await tab.service.saveBreakpoints('room', [atLine(2, 7), atLine(2, 9)]);
    const answer = writes(other, 'hello', 'Hello');
    await until(() => waits(other)?.place?.line === 7);

    const view = viewed(await other.service.debug('room', { kind: 'waiting' }));
    expect(lineOf(view)).toEqual(['2:7']);
    expect(view.stops).toHaveLength(2);
    viewed(await other.service.debugMove('room', { command: 'next' }));
    viewed(await other.service.debugSet('room', 0, 'answer', '"From afar"'));
    expect(await other.service.goOn('room', 'continue')).toBe(true);
    await until(() => waits(other)?.place?.line === 9);
    expect(waits(tab)).toEqual(waits(other));
    expect(await tab.service.goOn('room', 'continue')).toBe(true);

    expect(await answer).toMatchObject({ kind: 'committed' });
    await until(() => waits(other) === null);
    expect(await texts(other)).toEqual(['Hello!', 'From afar!']);
  });

  it('waits on in the tab that takes over', async () => {
    const { machine, tab } = await room();
    const other = await machine.tab({ ports });
    await other.service.saveBreakpoints('room', [atLine(2, 8)]);
    await settle();
    void writes(tab, 'hello', 'Hello');
    await until(() => waits(other) !== null);
    await tab.service.close();
    await machine.time.pass(3000);

    await until(() => waits(other) !== null);
    expect(await other.service.goOn('room', 'continue')).toBe(true);
    await until(() => waits(other) === null);
    await settle();
    expect(await texts(other)).toEqual(['Hello!', 'You said Hello!!']);
  });
});

describe('a step of the log', () => {
  const asked = async () => {
    const { tab } = await room();
    await writes(tab, 'hello', 'Hello');
    const log = await tab.log();
    return { tab, log };
  };

  it('is looked at from its end, an event, a line or a statement, and nothing comes of it', async () => {
    const { tab, log } = await asked();
    const look = async (where: Parameters<Tab['service']['debug']>[1] & { kind: 'past' }) =>
      viewed(await tab.service.debug('room', where));
    const at = (where: 'start' | 'end' | object) => look({ kind: 'past', step: 2, where: where as 'start' });
    const answer = log.findLast((event) => event.type === 'message.saved');
    const started = log.find((event) => event.type === 'script.started' && event.script === 2);
    const finished = log.find((event) => event.type === 'script.finished' && event.script === 2);

    const end = await at('end');
    expect(end).toMatchObject({ reason: 'end', calls: [], statement: end.statements + 1 });
    expect(end.chat?.messages).toBe(2);
    expect(lineOf(await at('start'))).toEqual(['3:1']);
    expect(lineOf(await at({ seq: answer?.seq }))).toEqual(['2:3', '2:8']);
    expect(lineOf(await at({ seq: started?.seq }))).toEqual(['2:1']);
    expect(await at({ seq: finished?.seq })).toMatchObject({ statement: end.statement });
    expect(lineOf(await at({ script: 2, line: 9 }))).toEqual(['2:9']);
    expect(lineOf(await at({ statement: 2 }))).toEqual(['3:2']);
    expect(await tab.service.debug('room', { kind: 'past', step: 9, where: 'end' })).toMatchObject({
      problem: { code: 'no-such-step' },
    });
    expect(await texts(tab)).toHaveLength(2);
  });

  it('marks what changed since one stood before, and goes to what changed it last', async () => {
    const { tab } = await asked();
    await tab.service.debug('room', { kind: 'past', step: 2, where: { script: 2, line: 7 } });

    const next = viewed(await tab.service.debugMove('room', { command: 'next' }));
    const changer = viewed(await tab.service.debugLastChange('room', 'answer', 0));

    expect(next.calls[0]?.changed).toEqual(['answer']);
    expect(lineOf(changer)).toEqual(['2:7']);
    expect(changer.reason).toBe('data breakpoint');
  });

  it('is shown in the text that its script had then', async () => {
    const { tab } = await asked();
    await tab.dispatch('save', {
      type: 'admin.savesScript',
      folder: 'Echo',
      script: { id: 2, name: 'bot message received', source: 'print("new");' },
    });

    const view = viewed(await tab.service.debug('room', { kind: 'past', step: 2, where: 'end' }));

    expect(view.textsThen).toEqual({ 2: answers });
  });

  it('says where breakpoints would have stopped it, and what log points would have printed', async () => {
    const { tab } = await asked();
    const found: PastStops[] = [];

    await tab.service.pastStops(
      'room',
      [atLine(3, 3), atLine(2, 9, { logMessage: 'said {answer}' })],
      (steps) => found.push(...steps),
    );

    expect(found).toMatchObject([{ step: 2, stops: [3, 13] }]);
    expect(found[0]?.log).toMatchObject([{ line: 9, parts: ['said ', { value: '"You said Hello!"' }] }]);
  });
});
