import { describe, expect, it } from 'vitest';
import {
  stopBefore,
  type Marks,
  type ObservedStatement,
  type ShownVariable,
  type StoppedSnapshot,
  type StepObserver,
} from '../../src/engine/step-observer.ts';
import { printedBy, stepOf, worldOf } from './stage.ts';

const sums = `Integer total;
Integer add(Integer n) {
  total += n;
  return total;
}
for (Integer i = 1; i <= 3; i++) {
  add(i);
}
print(total.toString());`;

/** What a step shows that is stopped before a statement. */
function shownAt(source: string, statement: number): StoppedSnapshot {
  const outcome = stepOf(worldOf(source))({ observer: stopBefore(statement) });
  if (outcome.kind !== 'stopped' || outcome.snapshot === null) throw new Error('The step did not stop.');
  return outcome.snapshot;
}

const variableOf = (snapshot: StoppedSnapshot, name: string): ShownVariable => {
  const found = snapshot.frames
    .flatMap(({ variables }) => variables)
    .find((variable) => variable.name === name);
  if (found === undefined) throw new Error(`No variable ${name}.`);
  return found;
};

/** The names and texts of a value's parts. */
const partsOf = (snapshot: StoppedSnapshot, name: string): readonly string[] =>
  snapshot.unfold(variableOf(snapshot, name).reference ?? 0).map((part) => `${part.name} = ${part.value}`);

/** Where an observer was asked. */
function asked(
  source: string,
  more: Omit<StepObserver, 'reached'>,
  reached: (moment: ObservedStatement) => boolean = () => false,
) {
  const lines: number[] = [];
  const observer: StepObserver = {
    ...more,
    get from() {
      return more.from;
    },
    reached: (moment) => {
      lines.push(moment.line);
      return reached(moment);
    },
  };
  const outcome = stepOf(worldOf(source))({ observer });
  return { lines, outcome };
}

const marksOf = (lines: readonly number[], routines: readonly string[] = []): Marks => ({
  lines: new Map([[2, new Set(lines)]]),
  routines: new Set(routines),
});

describe('a watched step', () => {
  it('asks before every statement, in the order in which they run, and gives the same events', () => {
    const { lines, outcome } = asked(sums, { from: 1 });

    expect(lines).toEqual([1, 6, 6, 7, 3, 4, 6, 6, 7, 3, 4, 6, 6, 7, 3, 4, 6, 6, 9]);
    expect(outcome).toEqual(stepOf(worldOf(sums))());
  });

  it('asks at marked lines alone: at the first statement of each', () => {
    expect(asked(sums, { from: Infinity, marks: marksOf([3, 6, 9]) }).lines).toEqual([6, 3, 3, 3, 9]);
  });

  it('asks at the first statement of a function by its name', () => {
    expect(asked(sums, { from: Infinity, marks: marksOf([], ['add']) }).lines).toEqual([3, 3, 3]);
  });

  it.each([
    ['if', 'Integer n = 1;\nif (n < 2)\n  n = 5;\nprint(n.toString());'],
    ['while', 'Integer n;\nwhile (n < 2)\n  n++;\nbreakOut();\nVoid breakOut() {\n  return;\n}'],
    ['foreach over lines', 'foreach (String s in\n  "a,b".split(","))\n  print(s);'],
    ['foreach', 'String[] l = "a,b".split(",");\nforeach (String s in l) {\n  print(s);\n  continue;\n}'],
    ['try', 'try {\n  throw "x";\n} catch {\n  print(error);\n}'],
    [
      'long if',
      `Integer n = 9;\n${Array.from({ length: 10 }, (_, k) => `if (n == ${String(k)})\n;\nelse `).join('')}\n;`,
    ],
  ])('asks at every line of %s when all are marked, and the same comes of it', (_name, source) => {
    const all = source.split('\n').map((_, index) => index + 1);
    const every = asked(source, { from: 1 });
    const marked = asked(source, { from: Infinity, marks: marksOf(all) });

    expect(new Set(marked.lines)).toEqual(new Set(every.lines));
    expect(marked.outcome).toEqual(every.outcome);
  });

  it('asks once where a marked statement is looked at by number, too', () => {
    expect(asked(sums, { from: 17, marks: marksOf([9]) }).lines).toEqual([6, 6, 9]);
  });

  it('costs no more and fails at the same statement when the budget ends', () => {
    const endless = 'Integer i;\nwhile (true)\n  i++;';
    const { outcome } = asked(endless, { from: Infinity, marks: marksOf([1]) });

    expect(outcome).toEqual(stepOf(worldOf(endless))());
  });

  it('is told of failures, caught or not, and of the events that statements cause', () => {
    const source = 'try { throw "a"; } catch { print(error); }\nprint("b");\nthrow "c";';
    const told: string[] = [];
    stepOf(worldOf(source))({
      observer: {
        from: Infinity,
        reached: () => false,
        emitted: (event, { statement, depth }) => {
          told.push(`${event.type} ${String(statement)} ${String(depth)}`);
          return false;
        },
        thrown: ({ failure, isCaught }, { statement }) => {
          told.push(`${JSON.stringify(failure.params)} ${String(isCaught)} ${String(statement)}`);
          return false;
        },
      },
    });

    expect(told).toEqual([
      '{"text":"a"} true 2',
      'script.printed 3 0',
      'script.printed 4 0',
      '{"text":"c"} false 5',
    ]);
  });

  it('stops where something came of a statement, with nothing to show', () => {
    const observer: StepObserver = {
      from: Infinity,
      reached: () => false,
      emitted: ({ type }) => type === 'script.printed',
    };

    expect(stepOf(worldOf('print("b");'))({ observer })).toMatchObject({ kind: 'stopped', snapshot: null });
  });
});

describe('what a stopped step shows', () => {
  it('is one stack of all scripts that run inside each other, and evaluates in each call of it', () => {
    const trigger = 'EventData ed = getEventData();\nString inner = "deep";\nprint(inner);';
    const source = 'String outer = "high";\naddChatMessage(1, "hi", 1, "Robot", 0, "");';
    const world = worldOf(
      source,
      [{ id: 3, name: 'guard', source: trigger }],
      [{ id: 1, event: 403, script: 3 }],
    );
    const outcome = stepOf(world)({ observer: stopBefore(5) });
    if (outcome.kind !== 'stopped' || outcome.snapshot === null) throw new Error('The step did not stop.');
    const { frames, evaluate } = outcome.snapshot;

    expect(frames).toMatchObject([
      { script: 3, line: 3, name: '(script)' },
      { script: 2, line: 2, variables: [{ name: 'outer', value: '"high"' }] },
    ]);
    expect(evaluate('inner + "!"')).toMatchObject({ type: 'String', value: '"deep!"' });
    expect(evaluate('outer', 1)).toMatchObject({ value: '"high"' });
    expect(evaluate('outer', 2)).toEqual({ problem: { code: 'no-such-frame', params: {} } });
    expect(evaluate('inner', 1)).toMatchObject({ problem: { code: 'unknown-name' } });
    expect(frames[0]?.eventData).toMatchObject({ type: 'EventData' });
  });

  it('unfolds structs, arrays and maps, and shows one object under two names as one', () => {
    const source = `struct Pet { String name; Integer[] ages; };
Pet cat;
cat.name = "Tom";
cat.ages = "1,2".split(",").toIntegerArray();
Pet same = cat;
Map m;
m.insert("b", "2");
m.insert("a", "1");
XMLNode json = parseJSON('{"x": [1, 2]}');
String[2][3] grid;
print("x");`
      .replace('"1,2".split(",").toIntegerArray()', 'numbers()')
      .concat('\nInteger[] numbers() { Integer[2] n; n[1] = 7; return n; }');
    const probe = stepOf(worldOf(source))();
    expect(probe.kind).toBe('committed');
    const last = asked(source, { from: 1 }).lines.length;
    const shown = shownAt(source, last);

    expect(partsOf(shown, 'cat')[0]).toBe('name = "Tom"');
    expect(variableOf(shown, 'same').reference).toBe(variableOf(shown, 'cat').reference);
    expect(partsOf(shown, 'm')).toEqual(['a = "1"', 'b = "2"']);
    expect(partsOf(shown, 'json').join()).toContain('0 = <x>');
    expect(variableOf(shown, 'grid')).toMatchObject({ indexed: 2 });
    const ages = shown.unfold(variableOf(shown, 'cat').reference ?? 0)[1];
    expect(shown.unfold(ages?.reference ?? 0).map(({ value }) => value)).toEqual(['null', '7']);
  });

  it('unfolds EventData and the rows of a search', () => {
    const source = `EventData ed = getEventData();
SearchEngine se;
se.addField("animal.name");
se.execute();
print("x");`;
    const shown = shownAt(source, 5);
    const [inputs] = shown.unfold(variableOf(shown, 'ed').reference ?? 0);

    expect(shown.unfold(inputs?.reference ?? 0).map(({ name }) => name)).toContain('chatSession.id');
    expect(partsOf(shown, 'se')[0]).toBe('animal.name = "Fox"');
    expect(variableOf(shown, 'se')).toMatchObject({ indexed: 2 });
  });

  it('pages a long array', () => {
    const shown = shownAt('Integer[200000] long;\nlong[150000] = 5;\nprint("x");', 3);
    const { reference = 0, indexed } = variableOf(shown, 'long');

    expect(indexed).toBe(200_000);
    expect(shown.unfold(reference, { start: 149_999, count: 3 })).toMatchObject([
      { name: '149999', value: 'null' },
      { name: '150000', value: '5' },
      { name: '150001', value: 'null' },
    ]);
    expect(shown.unfold(reference)).toHaveLength(1000);
    expect(shown.unfold(reference, { start: 199_999, count: 10 })).toHaveLength(1);
  });

  it.each([
    'total = 5',
    'total++',
    'add(1)',
    'm.insert("a", "b")',
    'addChatMessage(1, "hi", 1, "Robot", 0, "")',
    'print("x")',
    'getEventData().setOutputValue("a", "b")',
    'h.get("https://x.test/")',
    'v.parseString("a", ",")',
  ])('does not evaluate %s, which would change something', (expression) => {
    const shown = shownAt(`Map m;\nHTTP h;\nVector v;\n${sums}`, 6);

    expect(shown.evaluate(expression)).toMatchObject({ problem: { code: 'would-change' } });
  });

  it.each([
    ['total +', 'expected-expression'],
    ['nothing', 'unknown-name'],
    ['total; total', 'expected'],
    ['total.toString() + 1', 'string-and-other'],
  ])('says what is wrong with “%s”', (expression, code) => {
    expect(shownAt(sums, 3).evaluate(expression)).toMatchObject({ problem: { code } });
  });

  it('says that an expression failed', () => {
    expect(shownAt('Integer[1] a;\nprint("x");', 2).evaluate('a[3]')).toMatchObject({
      problem: { code: 'thrown' },
    });
  });
});

describe('a step that was changed by hand', () => {
  const edit = (statement: number, variable: string, value: string, frame = 0) => ({
    statement,
    frame,
    variable,
    value,
  });
  const source = `struct Pet { String name; };
Pet[2] pets;
Integer n = 1;
print(n.toString() + pets[1].name);
print("!");`;

  it('goes on with the values that were put there', () => {
    const edits = [edit(3, 'n', '-7'), edit(3, 'pets[1].name', '"Tom"')];

    expect(printedBy(stepOf(worldOf(source))({ edits }))).toBe('-7Tom!');
  });

  it('changes a variable of a call further out', () => {
    const edits = [edit(5, 'total', '10', 1)];

    expect(printedBy(stepOf(worldOf(sums))({ edits }))).toBe('16');
  });

  it.each([
    [edit(3, 'm', '1'), 'edit-not-made', 'no-variable'],
    [edit(3, 'n', 'n + 1'), 'edit-not-made', 'no-literal'],
    [edit(3, 'n', '1; print("x")'), 'edit-not-made', 'no-literal'],
    [edit(3, 'n', '"x"'), 'edit-not-made', 'other-type'],
    [edit(3, 'pets[2].name', '"x"'), 'edit-not-made', 'fails'],
    [edit(3, 'n', '1', 4), 'edit-not-made', 'no-frame'],
    [edit(99, 'n', '1'), 'edit-not-reached', undefined],
  ])('goes on as before and says so where that is not possible: %j', (impossible, code, reason) => {
    const outcome = stepOf(worldOf(source))({ edits: [impossible] });
    const hints = outcome.events.flatMap((event) => (event.type === 'hint.raised' ? [event.hint] : []));

    expect(printedBy(outcome)).toBe('1!');
    expect(hints).toMatchObject([{ code, ...(reason && { params: { reason } }) }]);
  });

  it('fails where it was stopped, and what it did before stays', () => {
    const outcome = stepOf(worldOf(source))({ stoppedAt: 4 });

    expect(printedBy(outcome)).toBe('1');
    expect(outcome.events.find(({ type }) => type === 'script.failed')).toMatchObject({
      kind: 'Stopped',
      failure: { code: 'stopped-by-hand' },
      line: 5,
    });
  });

  it('cannot catch that it was stopped', () => {
    const outcome = stepOf(worldOf('try {\n  print("a");\n} catch {\n  print("b");\n}'))({ stoppedAt: 2 });

    expect(printedBy(outcome)).toBe('');
  });
});
