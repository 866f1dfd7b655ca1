import { describe, expect, it } from 'vitest';
import type { DebugView, PastStops } from '../../../src/protocol/debug-api.ts';
import { answers, atLine, ports, room, texts, viewed, waits, writes } from '../../support/debug-room.ts';
import { settle, until } from '../../support/fake-time.ts';
import type { Tab } from '../../support/in-process-worker.ts';

const lineOf = ({ calls }: DebugView) => calls.map(({ script, line }) => `${String(script)}:${String(line)}`);

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

  it('leads from a value over the borders of scripts to what the customer wrote', async () => {
    const { tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(3, 4)]);
    void writes(tab, 'hello', 'Hello');
    await until(() => waits(tab)?.place?.script === 3);
    await tab.service.goOn('room', 'continue'); // the customer's own message is masked first
    await until(() => waits(tab)?.place?.statement !== 4);
    const { statement } = viewed(await tab.service.debug('room', { kind: 'waiting' }));

    const origin = await tab.service.debugOrigin('room', { statement, expression: 'clean', frame: 0 });

    if ('problem' in origin) throw new Error(JSON.stringify(origin.problem));
    expect(origin.links.map(({ kind, script, line }) => `${kind} ${String(script)}:${String(line)}`)).toEqual(
      ['assigned 3:3', 'assigned 2:7', 'assigned 3:3', 'word 3:2'],
    );
    expect(origin.links.at(-1)).toMatchObject({ value: '"Hello"', source: { by: 'customer', session: 1 } });
    expect(
      await tab.service.debugOrigin('room', { statement, expression: 'nothing', frame: 0 }),
    ).toMatchObject({
      problem: { code: 'unknown-name' },
    });
  });

  it('stops before the statement that changes a variable, whose change is seen only behind it, and goes on from there', async () => {
    const { tab } = await room();
    const onAnswer = { kind: 'data', id: 1, script: 2, routine: '(script)', expression: 'answer' } as const;
    await tab.service.saveBreakpoints('room', [onAnswer]);

    const answer = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);
    const view = viewed(await tab.service.debug('room', { kind: 'waiting' }));

    expect(waits(tab)?.place).toMatchObject({ script: 2, line: 7, statement: view.statement });
    expect(view.reason).toBe('breakpoint');
    expect(view.hits).toEqual([{ breakpoint: 1, change: { before: 'null', after: '"You said Hello!"' } }]);
    expect(await tab.service.goOn('room', 'continue')).toBe(true);
    expect(await answer).toMatchObject({ kind: 'committed' });
    expect(await texts(tab)).toEqual(['Hello!', 'You said Hello!!']);
  });

  it('stops what is sent while it is being set', async () => {
    const { tab } = await room();
    void tab.service.saveBreakpoints('room', [atLine(2, 8)]);

    void writes(tab, 'hello', 'Hello');

    await until(() => waits(tab) !== null);
    expect(await texts(tab)).toEqual([]);
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

  it('stands in a trigger of a timer, which cannot be dropped, and fires once', async () => {
    const { machine, tab } = await room();
    await tab.dispatch('trigger', { type: 'admin.savesTrigger', trigger: { id: 2, event: 401, script: 3 } });
    await tab.service.saveBreakpoints('room', [atLine(3, 1)]);
    await tab.dispatch('gone', { type: 'customer.disconnects', session: 1 });
    await machine.time.pass(120_000);
    const stood = waits(tab);
    expect(stood).toMatchObject({ input: { type: 'clock.advances' }, session: 1, place: { line: 1 } });
    await tab.service.close();

    const next = await machine.tab({ ports });
    await until(() => waits(next) !== null);
    expect(waits(next)).toEqual(stood);
    expect(await next.service.goOn('room', 'drop')).toBe(false);
    expect(await next.service.goOn('room', 'continue')).toBe(true); // the status changes twice in it
    await until(() => waits(next)?.place?.statement === 5);
    expect(await next.service.goOn('room', 'continue')).toBe(true);
    await until(() => waits(next) === null);
    await machine.time.pass(120_000);

    const ran = (await next.log()).filter((event) => event.type === 'script.started' && event.script === 3);
    expect(ran.map(({ step }) => step)).toEqual([4, 4]);
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

  it('keeps what was changed by hand, and says so among the steps; a branch stops where it did', async () => {
    const { tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(2, 8)]);
    const written = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab) !== null);
    const answer = { statement: 9, frame: 0, variable: 'answer', value: '"Hi"' };
    await tab.service.goOn('room', 'commit', { edits: [answer] });
    await written;

    expect((await tab.service.stepMarks('room', 1)).map(({ byHand }) => byHand)).toEqual([undefined, true]);
    expect(await tab.service.handOf('room', 2)).toMatchObject({ edits: [answer] });
    expect(await tab.service.handOf('room', 1)).toEqual({});

    const branch = await tab.service.copy('room', { began: 'branch', name: 'Branch', upToStep: 1 }, 'branch');
    await tab.open('id' in branch ? branch.id : '');
    expect(await tab.service.breakpoints('branch')).toEqual([atLine(2, 8)]);
    // The same step runs there with another change, as if it had stood still.
    await tab.service.saveBreakpoints('branch', []);
    const { id, input } = {
      id: 'again',
      input: { type: 'customer.writes', session: 1, text: 'Hello' },
    } as const;
    const hand = { edits: [{ ...answer, value: '"Otherwise"' }] };
    expect(await tab.service.dispatch({ id, workspace: 'branch', input, hand })).toMatchObject({
      kind: 'committed',
    });
    expect(await texts(tab)).toEqual(['Hello!', 'Otherwise!']);
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
