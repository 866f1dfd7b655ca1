import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breakpoint, PastStops } from '../../../src/protocol/debug-api.ts';
import type { Listener } from '../../../src/protocol/engine-api.ts';
import { breakpointsOf } from '../../../src/ui/breakpoints/breakpoints.ts';
import {
  describe as inWords,
  isPlain,
  markOf,
  subjectOf,
} from '../../../src/ui/breakpoints/breakpoint-text.ts';
import { draftOf, isBare, written } from '../../../src/ui/breakpoints/draft.ts';
import { printed, rowsOf } from '../../../src/ui/breakpoints/past-rows.ts';
import { removeWithUndo } from '../../../src/ui/breakpoints/remove.ts';
import { createStore } from '../../../src/ui/store/store.ts';
import { createUndo } from '../../../src/ui/undo/undo.ts';
import { createFakeEngine } from '../fake-engine.ts';
import { helpDesk } from '../world-file.ts';

const onLine = (id: number, line: number, more: object = {}): Breakpoint => ({
  id,
  kind: 'line',
  script: 1,
  line,
  ...more,
});

type OnLine = Extract<Breakpoint, { kind: 'line' }>;
const marked = (more: object, problem = '') => markOf(onLine(1, 4, more) as OnLine, 4, problem);

describe('how a breakpoint looks', () => {
  it('a dot, a diamond that prints, a hollow one that is off, a number for how often, a mark for what nobody knows', () => {
    expect(marked({})).toMatchObject({ look: 'plain', text: '', isOff: false });
    expect(marked({ logMessage: 'hello' })).toMatchObject({
      look: 'log',
      title: 'Log point: prints “hello”',
    });
    expect(marked({ isOff: true })).toMatchObject({ isOff: true, title: 'Breakpoint, switched off' });
    expect(marked({ hitCondition: '>= 3' })).toMatchObject({ text: '3' });
    expect(marked({ hitCondition: '% 1000' })).toMatchObject({ text: '#' });
    expect(marked({ condition: 'n == 1' })).toMatchObject({ text: '=', title: 'Breakpoint, if n == 1' });
    expect(marked({ condition: 'n' }, 'not known')).toMatchObject({ look: 'problem', text: '!' });
  });

  it('says what it is about', () => {
    expect(subjectOf(onLine(1, 4), 'orders')).toBe('orders, line 4');
    expect(subjectOf({ id: 1, kind: 'function', name: 'mask' }, '')).toBe('Function mask');
    const onVariable = { id: 1, kind: 'data', script: 1, expression: 'n' } as const;
    expect(subjectOf({ ...onVariable, routine: '(script)' }, 'orders')).toBe('n changes, in orders');
    expect(subjectOf({ ...onVariable, routine: 'mask' }, 'orders')).toBe('n changes, in mask');
    expect(inWords({ id: 1, kind: 'event', event: 'http', isOff: true })).toBe('Breakpoint, switched off');
  });
});

describe('a breakpoint that is edited', () => {
  const text = fc.constantFrom('', '  ', 'n == 1', ' n > 2 ');

  it('property: what was written comes back as it was, and nothing stands for what was left empty', () => {
    const drafts = fc.record({
      name: fc.constant('f'),
      condition: text,
      hitCondition: text,
      logMessage: text,
      isOff: fc.boolean(),
    });
    const kinds = fc.constantFrom<Breakpoint>(
      onLine(3, 4),
      { id: 3, kind: 'function', name: 'f' },
      { id: 3, kind: 'exception', filter: 'all' },
      { id: 3, kind: 'event', event: 'status' },
    );
    fc.assert(
      fc.property(kinds, drafts, (one, draft) => {
        const made = written(one, draft);
        expect(written(made, draftOf(made))).toEqual(made);
        expect(Object.values(made)).not.toContain('');
        expect(made).toMatchObject({ id: 3, kind: one.kind });
        expect('condition' in made).toBe(
          one.kind !== 'exception' && one.kind !== 'event' && draft.condition.trim() !== '',
        );
      }),
    );
  });

  it('one on a function needs its name, and one that depends on nothing is plain', () => {
    const bare = draftOf({ kind: 'function', name: ' ' });

    expect(isBare(bare, { kind: 'function' })).toBe(true);
    expect(isBare(bare, { kind: 'line' })).toBe(false);
    expect([isPlain(onLine(1, 1)), isPlain(onLine(1, 1, { condition: 'a' }))]).toEqual([true, false]);
  });
});

/** A store whose engine keeps breakpoints. */
async function given(kept: readonly Breakpoint[] = []) {
  let saved = kept;
  let receive: Listener = () => undefined;
  const engine = createFakeEngine(
    {
      ...helpDesk,
      folders: [{ id: 1, name: 'Bot', scripts: [{ id: 1, name: 'one', source: 'a;\nb;\nc;' }] }],
    },
    (publication) => {
      receive(publication);
    },
  );
  const store = createStore(
    {
      ...engine,
      breakpoints: () => Promise.resolve(saved),
      saveBreakpoints: (_, breakpoints) => {
        saved = breakpoints;
        return Promise.resolve(null);
      },
    },
    { newId: () => '', mono: () => 0, after: () => undefined },
  );
  await store.open(null);
  receive = store.receive;
  const breakpoints = breakpointsOf(store);
  await Promise.resolve();
  await Promise.resolve();
  return { store, engine, breakpoints, saved: () => saved };
}

describe('the breakpoints of a workspace', () => {
  it('are read when it opens, get numbers of their own and are kept', async () => {
    const { breakpoints, saved } = await given([onLine(7, 2)]);

    const id = breakpoints.add({ kind: 'line', script: 1, line: 9 });
    breakpoints.switch([7], false);

    expect(id).toBe(8);
    expect(saved()).toEqual([onLine(7, 2, { isOff: true }), onLine(8, 9)]);
  });

  it('go along with a script that is saved by another way than its editor', async () => {
    const { engine, saved } = await given([onLine(1, 2), { id: 2, kind: 'function', name: 'f' }]);
    const script = { id: 1, name: 'one', source: 'new;\na;\nb;\nc;' };

    engine.take({ type: 'admin.savesScript', folder: 1, script });

    expect(saved()).toEqual([onLine(1, 3), { id: 2, kind: 'function', name: 'f' }]);
  });

  it('that come together on a line, as the text between them went, are one', async () => {
    const { breakpoints, saved } = await given([onLine(1, 2), onLine(2, 5), onLine(3, 9)]);

    breakpoints.move(
      new Map([
        [1, 2],
        [2, 2],
        [3, 6],
      ]),
    );

    expect(saved()).toEqual([onLine(1, 2), onLine(3, 6)]);
  });

  it('come back when removing them is undone, also beside what was set meanwhile', async () => {
    const { store, breakpoints, saved } = await given([onLine(1, 2), onLine(2, 5, { logMessage: 'hello' })]);
    const undo = createUndo();

    removeWithUndo({ store, undo }, breakpoints.list.value);
    const none = saved();
    breakpoints.add({ kind: 'event', event: 'http' });
    await undo.last('w')?.act();

    expect(none).toEqual([]);
    expect(undo.last('w')?.text).toBe('Removed 2 breakpoints');
    expect(saved().map(({ kind }) => kind)).toEqual(['line', 'line', 'event']);
    expect(new Set(saved().map(({ id }) => id)).size).toBe(3);
  });
});

describe('what breakpoints would have done', () => {
  const line = (statement: number, ...parts: PastStops['log'][number]['parts']) => ({
    breakpoint: 1,
    statement,
    script: 1,
    line: 3,
    parts,
  });

  it('stands in the order of the statements, the stops of a step as one line', () => {
    const rows = rowsOf([
      { step: 2, stops: [5, 9], log: [line(3, 'a'), line(7, 'b')] },
      { step: 4, stops: [], log: [line(1, 'c')] },
      { step: 5, stops: [2], log: [] },
    ]);

    expect(rows.map(({ step, kind, statement }) => [step, kind, statement])).toEqual([
      [2, 'log', 3],
      [2, 'stops', 5],
      [2, 'log', 7],
      [4, 'log', 1],
      [5, 'stops', 2],
    ]);
  });

  it('prints texts without their quotes, numbers as they are, and says in its place what is not known', () => {
    const value = (text: string) => ({ type: 'String', value: text });
    const problem = { problem: { code: 'text', params: {} } };

    expect(printed(line(1, 'is ', value('"say \\"hi\\""'), ' ', value('7'), ' ', problem), () => 'why')).toBe(
      'is say "hi" 7 {why}',
    );
  });
});
