import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Evaluated } from '../../../src/engine/step-observer.ts';
import type { DebugApi, DebugCall, DebugView, Move, Waits } from '../../../src/protocol/debug-api.ts';
import { callRows } from '../../../src/ui/debug/call-rows.ts';
import { createDebugging } from '../../../src/ui/debug/debugging.ts';
import { keysAndVerbs, keysOf, verbOfKey } from '../../../src/ui/debug/debug-keys.ts';
import { doVerb } from '../../../src/ui/debug/do-verb.ts';
import { placeOf, sliderMarks } from '../../../src/ui/debug/slider-marks.ts';
import { pathOfPart } from '../../../src/crmscript/part-path.ts';
import { breakpointOn, watchedIn } from '../../../src/ui/debug/stop-at-change.ts';
import { isWritable, namesByReference } from '../../../src/ui/debug/variable-path.ts';
import { groups, inMenu, type Verb } from '../../../src/ui/debug/verbs.ts';
import { createWatches } from '../../../src/ui/debug/watches.ts';
import { settle } from '../../support/fake-time.ts';
import { webStorage } from '../web-storage.ts';

const call = (more: Partial<DebugCall>): DebugCall => ({
  name: '(script)',
  file: 'guard',
  script: 3,
  line: 2,
  column: 1,
  statement: 5,
  variables: [],
  executed: [],
  changed: [],
  ...more,
});

const viewAt = (statement: number, more: Partial<DebugView> = {}): DebugView => ({
  target: 'past',
  step: 7,
  at: 0,
  input: { type: 'customer.writes', session: 1, text: 'Order 1042' },
  statement,
  statements: 50,
  reason: 'step',
  hits: [],
  calls: [call({ statement })],
  marks: [],
  failures: [],
  stops: [],
  log: [],
  chat: null,
  hand: {},
  effects: [],
  textsThen: {},
  ...more,
});

const pressed = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  code: key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('the keys of the debugger', () => {
  it('are those of other debuggers', () => {
    expect(verbOfKey(pressed('F8'))).toBe('resume');
    expect(verbOfKey(pressed('F10'))).toBe('next');
    expect(verbOfKey(pressed('F11'))).toBe('stepIn');
    expect(verbOfKey(pressed('F11', { shiftKey: true }))).toBe('stepOut');
    expect(verbOfKey(pressed('F9'))).toBeNull();
    expect(verbOfKey(pressed('F8', { metaKey: true, altKey: true }))).toBeNull();
  });

  it('go back with Shift, and with Ctrl where Shift is taken', () => {
    expect(verbOfKey(pressed('F8', { shiftKey: true }))).toBe('reverseContinue');
    expect(verbOfKey(pressed('F10', { shiftKey: true }))).toBe('backOver');
    expect(verbOfKey(pressed('F11', { ctrlKey: true }))).toBe('stepBack');
    expect(verbOfKey(pressed('F11', { ctrlKey: true, shiftKey: true }))).toBe('backOut');
  });

  it('stand on the keyboard besides, wherever F10 and F11 are taken, by place and not by sign', () => {
    const norwegian = { ...pressed('æ', { ctrlKey: true }), code: 'Quote' };

    expect(verbOfKey(norwegian)).toBe('next');
    expect(verbOfKey({ ...norwegian, shiftKey: true })).toBe('backOver');
    expect(verbOfKey({ ...norwegian, code: 'Semicolon' })).toBe('stepIn');
    expect(verbOfKey({ ...norwegian, code: 'Semicolon', shiftKey: true })).toBe('stepBack');
  });

  it('are there for every verb that moves, and told of with it', () => {
    const moving: readonly Verb[] = [...groups.back, ...groups.forward, ...inMenu];

    expect(moving.filter((verb) => keysOf(verb) === '')).toEqual([]);
    expect(keysOf('next')).toBe("F10, Ctrl+'");
    expect(keysOf('continue')).toBe('F8');
    expect(groups.back).toHaveLength(groups.forward.length);
    expect(new Set(keysAndVerbs.map(([key]) => key)).size).toBe(keysAndVerbs.length);
  });
});

describe('the slider of a step', () => {
  const marks = [
    { statement: 1, seq: 1, type: 'script.started', role: 'messageReceived' },
    { statement: 10, seq: 2, type: 'script.started', role: 'trigger' },
    { statement: 10, seq: 3, type: 'message.saved' },
    { statement: 11, seq: 4, type: 'session.statusChanged' },
    { statement: 12, seq: 5, type: 'script.printed' },
    { statement: 40, seq: 6, type: 'http.called' },
  ] as const;

  it('has a mark for each statement that something came of, what matters most at each', () => {
    const found = sliderMarks(viewAt(1, { marks, stops: [20] }), 0);

    expect(found.map(({ statement, kind }) => [statement, kind])).toEqual([
      [1, 'bot'],
      [10, 'message'],
      [11, 'status'],
      [20, 'stop'],
      [40, 'http'],
    ]);
  });

  it('shows that a statement fails before all else, and leaves out an icon that has no room', () => {
    const failures = [
      { statement: 10, kind: 'RunTimeException', failure: { code: 'x', params: {} }, isCaught: true },
    ];
    const found = sliderMarks(viewAt(1, { marks, failures }), 0.1);

    expect(found.map(({ kind, hasIcon }) => [kind, hasIcon])).toEqual([
      ['bot', true],
      ['failure', true],
      ['status', false],
      ['http', true],
    ]);
  });

  it('reaches from the first statement to behind the last, also of a step without any', () => {
    expect([placeOf(1, 50), placeOf(51, 50), placeOf(1, 0)]).toEqual([0, 1, 0]);
  });

  it('draws no more marks than can be told apart, and every failure', () => {
    const many = Array.from({ length: 5000 }, (_, n) => ({
      statement: n + 1,
      seq: n,
      type: 'message.saved' as const,
    }));
    const failures = [{ statement: 4999, kind: 'x', failure: { code: 'x', params: {} }, isCaught: false }];

    const found = sliderMarks(viewAt(1, { statements: 5000, marks: many, failures }), 0.01);

    expect(found.length).toBeLessThan(602);
    expect(found.at(-1)?.kind).toBe('failure');
  });
});

describe('the call stack', () => {
  const world = {
    folders: [
      {
        id: 1,
        name: 'Parcel',
        scripts: [
          { id: 1, name: 'Parcel bot register', source: '', language: 'crmscript' as const, includeName: '' },
          {
            id: 2,
            name: 'Parcel bot message received',
            source: '',
            language: 'crmscript' as const,
            includeName: '',
          },
        ],
      },
      {
        id: 2,
        name: 'Triggers',
        scripts: [
          { id: 3, name: 'before save message', source: '', language: 'crmscript' as const, includeName: '' },
        ],
      },
    ],
  };

  it('says of each call what had it called, over the borders of scripts', () => {
    const calls = [
      call({ name: 'mask', script: 3, line: 4 }),
      call({ script: 3, line: 14, startedBy: { seq: 9, role: 'trigger', eventType: 402 } }),
      call({ name: 'say', script: 2, line: 3 }),
      call({ script: 2, line: 17, startedBy: { seq: 4, role: 'messageReceived' } }),
    ];

    expect(
      callRows({ calls }, world).map(({ name, detail, kind, line }) => [name, detail, kind, line]),
    ).toEqual([
      ['mask', 'in before save message', 'function', 4],
      ['before save message', 'trigger, in a message of Parcel', 'trigger', 14],
      ['say', 'in message received', 'function', 3],
      ['message received', 'Parcel', 'bot', 17],
    ]);
  });

  it('names a script that is gone by its file, and one that runs by hand as that', () => {
    const calls = [call({ script: 99, file: 'old one', startedBy: { seq: 1, role: 'manual' } })];

    expect(callRows({ calls }, world)).toMatchObject([
      { name: 'old one', detail: 'run by hand', kind: 'script' },
    ]);
  });
});

describe('a value in the tree', () => {
  it('has the path by which the language finds it, or none', () => {
    expect(pathOfPart('order', 'Order', 'state', false)).toBe('order.state');
    expect(pathOfPart('rows', 'Integer[]', '2', true)).toBe('rows[2]');
    expect(pathOfPart('m', 'Map', 'a "b"', false)).toBe('m.get("a \\"b\\"")');
    expect(pathOfPart('ed', 'EventData', 'inputs', false)).toBe('');
    expect(pathOfPart('', 'Map', 'a', false)).toBe('');
  });

  it('can be written where it is a number, a text or a truth value', () => {
    expect(isWritable({ type: 'String' })).toBe(true);
    expect(isWritable({ type: 'Order', reference: 3 })).toBe(false);
  });

  it('is one under two names', () => {
    const one = { type: 'Order', value: 'Order {}', reference: 4 };
    const names = namesByReference([
      { ...one, name: 'order' },
      { name: 'n', type: 'Integer', value: '1' },
      { ...one, name: 'last' },
    ]);

    expect([...names]).toEqual([[4, ['order', 'last']]]);
  });
});

describe('what is stopped at where it changes', () => {
  const variable = { type: 'Integer', value: '1' };
  const inside = call({
    name: 'mask',
    variables: [
      { ...variable, name: 'n' },
      { ...variable, name: 'total', global: true },
    ],
  });
  const calls = [inside, call({ variables: [{ ...variable, name: 'total', global: true }] })];
  const at = (routine: string, expression: string) => ({ script: 3, routine, expression });

  it('is a variable in the function that has it, and one of the script at the top of that', () => {
    expect(watchedIn(calls, 0, 'n')).toEqual(at('mask', 'n'));
    expect(watchedIn(calls, 0, 'total')).toEqual(at('(script)', 'total'));
    expect(watchedIn(calls, 1, 'total')).toEqual(at('(script)', 'total'));
    expect(watchedIn(calls, 0, 'total + list[n]')).toEqual(at('mask', 'total + list[n]'));
    expect(watchedIn(calls, 0, 'total.n + "n"')).toEqual(at('(script)', 'total.n + "n"'));
  });

  it('is not what no expression names, and nothing in a text that no script of the workspace is', () => {
    expect(watchedIn(calls, 0, '')).toBe('no-variable');
    expect(watchedIn([], 0, 'n')).toBe('no-variable');
    expect(watchedIn([call({ script: 0 })], 0, 'n')).toBe('no-script');
  });

  it('is found among the breakpoints by its script, function and expression', () => {
    const one = { kind: 'data', id: 4, ...at('mask', 'n'), isOff: true } as const;
    expect(breakpointOn([{ ...one, id: 3, script: 2 }, one], at('mask', 'n'))).toBe(one);
    expect(breakpointOn([one], at('(script)', 'n'))).toBeUndefined();
  });
});

describe('expressions that are watched', () => {
  it('are kept for their workspace in this browser, each once', () => {
    const keeper = webStorage(new Map());
    const watches = createWatches(keeper, 'w');
    watches.add(' a.b ');
    watches.add('a.b');
    watches.add('');
    watches.add('c');
    watches.remove('c');

    expect(createWatches(keeper, 'w').expressions.value).toEqual(['a.b']);
    expect(createWatches(keeper, 'other').expressions.value).toEqual([]);
  });

  it('are none where what was kept is none of ours', () => {
    const keeper = webStorage(new Map());
    keeper.setItem('rehearsal.watches.w', '{"a":1}');

    expect(createWatches(keeper, 'w').expressions.value).toEqual([]);
    expect(createWatches(null, 'w').expressions.value).toEqual([]);
  });
});

/** A worker that stands where it is told to, and remembers what it was told. */
function given(more: Partial<DebugApi> = {}, statement = 10) {
  const told: (Move | string)[] = [];
  let at = statement;
  const standing = () => viewAt(at, { stops: [20], target: 'waiting' });
  const engine = {
    debug: () => Promise.resolve(standing()),
    leaveDebug: () => Promise.resolve(),
    debugMove: (_: string, move: Move) => {
      told.push(move);
      if (move.command === 'gotoStatement') at = move.statement;
      if (move.command === 'stepIn') at += 1;
      return Promise.resolve(standing());
    },
    debugLastChange: () => Promise.resolve(null),
    debugUnfold: () => Promise.resolve([]),
    debugEvaluate: () => Promise.resolve([{ type: 'Integer', value: '1' }]),
    debugOrigin: () => Promise.resolve({ problem: { code: 'text', params: { text: 'No.' } } }),
    debugSet: () => Promise.resolve({ problem: 'other-type' as const }),
    goOn: (_: string, how: string) => {
      told.push(how);
      return Promise.resolve(true);
    },
    ...more,
  };
  const workspace = signal<{ readonly id: string } | null>({ id: 'w' });
  const waits = signal<Waits | null>(null);
  const rest = () => Promise.resolve();
  const debugging = createDebugging({ engine, workspace, isShown: signal(false), waits, rest });
  return { debugging, workspace, told, waits };
}

describe('the debugger of the page', () => {
  it('lets a step go on once when it is told so twice: the second was for the stop that was seen', async () => {
    const { debugging, told, waits } = given({
      goOn: (_: string, how: string) => {
        told.push(how);
        waits.value = stopAt(waits.value === null ? 12 : 17);
        return Promise.resolve(true);
      },
    });
    const stopAt = (statement: number) =>
      ({ step: 4, place: { script: 1, line: 1, statement } }) as unknown as Waits;
    waits.value = stopAt(12);
    await debugging.open({ kind: 'waiting' });

    await Promise.all([debugging.goOn('continue'), debugging.goOn('continue')]);

    expect(told.filter((one) => one === 'continue')).toHaveLength(1);
  });

  it('asks one thing after the other, and shows where that leads', async () => {
    const { debugging, told } = given();
    await debugging.open({ kind: 'waiting' });

    await Promise.all([debugging.move({ command: 'stepIn' }), debugging.move({ command: 'stepIn' })]);

    expect(debugging.view.value?.statement).toBe(12);
    expect(told).toHaveLength(2);
    expect([debugging.isShown.value, debugging.isBusy.value]).toEqual([true, false]);
  });

  it('goes to the last statement that a slider was dragged to, and not to each on the way', async () => {
    const { debugging, told } = given();
    await debugging.open({ kind: 'waiting' });

    await Promise.all([11, 12, 13, 30].map((to) => debugging.goTo(to)));
    await debugging.move({ command: 'stepIn' });

    expect(debugging.view.value?.statement).toBe(31);
    expect(told.length).toBeLessThan(4);
  });

  it('says in words why something is not possible, and stays where it is', async () => {
    const { debugging } = given();
    await debugging.open({ kind: 'waiting' });

    expect(await debugging.set(0, 'n', '"a"')).toMatch(/another type/);
    expect(await debugging.lastChange('n')).toMatch(/Nobody can tell/);
    expect(debugging.view.value?.statement).toBe(10);
  });

  it('lets go of what it looked at when the worker has lost it, or another workspace is opened', async () => {
    const { debugging } = given({ debugMove: () => Promise.resolve(null) });
    await debugging.open({ kind: 'waiting' });

    expect(await debugging.move({ command: 'next' })).toMatch(/started again/);
    expect(debugging.view.value).toBeNull();

    const other = given();
    await other.debugging.open({ kind: 'waiting' });
    other.workspace.value = { id: 'x' };
    expect([other.debugging.view.value, other.debugging.isShown.value]).toEqual([null, false]);
  });

  it('says what was done to breakpoints on values only as long as it stands where that was done', async () => {
    const { debugging } = given();
    await debugging.open({ kind: 'waiting' });

    debugging.saidOfStops.value = 'n is watched';
    await debugging.goTo(10);
    const there = debugging.saidOfStops.value;
    await debugging.move({ command: 'stepIn' });

    expect([there, debugging.saidOfStops.value]).toEqual(['n is watched', '']);
    debugging.saidOfStops.value = 'n is watched';
    await debugging.leave();
    expect(debugging.saidOfStops.value).toBe('');
  });

  it('opens where a step begins to wait, and lets go of it when it waits no more', async () => {
    const { debugging, waits } = given();
    const waiting = {
      step: 7,
      at: 0,
      input: viewAt(1).input,
      why: 'breakpoint',
      place: null,
      session: 1,
      hand: {},
    } as const;

    waits.value = waiting;
    await debugging.move({ command: 'stepIn' });
    expect([debugging.isShown.value, debugging.view.value?.statement]).toEqual([true, 11]);

    waits.value = null;
    waits.value = { ...waiting };
    await settle();
    expect(debugging.isShown.value).toBe(true); // at the next breakpoint
    waits.value = null;
    await settle();
    expect([debugging.isShown.value, debugging.view.value]).toEqual([false, null]);
  });

  it('drops what was asked where one does not stand any more', async () => {
    let answer: (values: readonly Evaluated[]) => void = () => undefined;
    const held = new Promise<readonly Evaluated[]>((resolve) => {
      answer = resolve;
    });
    const { debugging } = given({ debugEvaluate: () => held });
    await debugging.open({ kind: 'waiting' });

    const before = debugging.evaluate(['n'], 0);
    await debugging.move({ command: 'stepIn' });
    const after = debugging.evaluate(['n'], 0);
    answer([{ type: 'Integer', value: '1' }]);

    expect(await before).toBeNull();
    expect(await after).toEqual([{ type: 'Integer', value: '1' }]);
  });

  it('goes on to the next breakpoint with F8, and lets a step that waits go on behind the last', async () => {
    const before = given();
    await before.debugging.open({ kind: 'waiting' });
    await doVerb(before.debugging, 'resume');
    const behind = given({}, 30);
    await behind.debugging.open({ kind: 'waiting' });
    await doVerb(behind.debugging, 'resume');

    expect(before.told).toEqual([{ command: 'continue' }]);
    expect(behind.told).toEqual(['continue']);
  });

  it('runs to the line of the cursor in the script of the selected call', async () => {
    const { debugging, told } = given();
    await debugging.open({ kind: 'waiting' });
    debugging.cursor.value = 9;

    await doVerb(debugging, 'runToLine');
    await doVerb(debugging, 'backToLine');

    expect(told).toEqual([
      { command: 'goto', script: 3, line: 9 },
      { command: 'goto', script: 3, line: 9, isBack: true },
    ]);
  });
});
