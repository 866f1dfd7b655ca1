import { describe, expect, it } from 'vitest';
import { play } from './stage.ts';
import { sentence } from '../../src/words/sentence.ts';

const failureOf = (source: string, more = {}) => {
  const { events } = play(source, more);
  const failed = events.find((event) => event.type === 'script.failed');
  return (
    failed && {
      kind: failed.kind,
      text: sentence(failed.failure),
      file: failed.file,
      line: failed.line,
      column: failed.column,
    }
  );
};

describe('a script that causes too many events', () => {
  it.each([
    ['print', 'Integer i;\nwhile (true) {\n  print("x");\n}', 3, 3],
    ['log', 'while (true)\n  log("x");', 2, 3],
  ])('fails at the line that would cause one more: %s', (_name, source, line, column) => {
    expect(failureOf(source)).toMatchObject({
      kind: 'RunTimeException',
      file: 'bot message received',
      line,
      column,
      text: expect.stringContaining('1000 events') as unknown,
    });
  });

  it('can catch that, and ends in peace when it causes no more', () => {
    const source = `String last;
for (Integer i = 0; i < 2000; i++) {
  try { print("x"); } catch { last = error; }
}
assertEquals(last, "");`;
    expect(failureOf(source)).toMatchObject({
      kind: 'AssertException',
      line: 5,
      text: expect.stringContaining('1000 events') as unknown,
    });
  });

  it('fails where it sleeps beyond the end of time', () => {
    expect(failureOf('Integer i;\nfor (; i < 100; i++)\n  sleep(1e10);')).toMatchObject({
      kind: 'RunTimeException',
      line: 3,
      column: 3,
    });
  });
});

describe('compiling for a run', () => {
  const filler = (characters: number) => `// ${'x'.repeat(97)}\n`.repeat(characters / 100);
  const included = (count: number, characters: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: 10 + index,
      name: `part ${String(index)}`,
      includeName: `part${String(index)}`,
      source: filler(characters),
    }));
  const folderWith = (scripts: readonly object[], source: string) => ({
    folders: [
      {
        id: 1,
        name: 'Bot',
        scripts: [
          { id: 1, name: 'bot register', source: '' },
          { id: 2, name: 'bot message received', source },
          ...(scripts as []),
        ],
      },
    ],
  });
  const includes = (count: number) =>
    Array.from({ length: count }, (_, index) => `#include "part${String(index)}"\n`).join('');

  it('ends where a script and what it includes are too long, and names the include', () => {
    const source = `${includes(6)}print("ran");`;

    const { failure } = play(source, folderWith(included(6, 200_000), source));

    expect(failure).toMatch(
      /^6: CompileError: With "part5" the script and what it includes have 1,2\d\d,\d\d\d characters; they can have 1,048,576 together\. Include less\.$/,
    );
  });

  it('ends where the scripts of a step are too long together', () => {
    const source = `${includes(4)}print("message");`;
    const triggers = [1, 2, 3, 4].map((id) => ({ id, event: 402 as const, script: 100 + id }));
    const scripts = triggers.map(({ id }) => ({
      id: 100 + id,
      name: `trigger ${String(id)}`,
      source: `${includes(4)}print("${String(id)}");`,
    }));
    const world = { ...folderWith([...included(4, 200_000), ...scripts], source), triggers };

    const { failure, printed } = play(source, world);

    expect(failure).toMatch(/1: CompileError: The scripts of this step have more than 2,097,152 characters/);
    expect(printed).toBe('123');
  });

  it('is paid by a script that has a text run, once in a step for each text', () => {
    const priceOf = (calls: string): number => {
      let last = 0;
      // The least budget with which it ends, to the hundred.
      for (let budget = 100; budget <= 20_000; budget += 100) {
        const { failure } = play(`Map none; ${calls}`, { options: { statementBudget: budget } });
        last = budget;
        if (failure === '') break;
      }
      return last;
    };
    const text = 'Integer a = 1; Integer b = 2; Integer c = 3; Integer d = 4;';

    const once = priceOf(`executeScript("${text}", none);`);
    const twice = priceOf(`executeScript("${text}", none); executeScript("${text}", none);`);
    const another = priceOf(`executeScript("${text}", none); executeScript("${text} ", none);`);

    expect(once).toBeGreaterThan(6 * text.length);
    expect(twice - once).toBeLessThan(once);
    expect(another - twice).toBeGreaterThan(300);
  });
});

describe('the memory of a step', () => {
  it('is shared by a script and the texts that it runs', () => {
    const source = `String big = "xyxyxyxy";
while (big.getLength() < 2000000) big += big;
String a = big.toUpper();
Map none;
executeScript("String s = \\"zzzzzzzz\\"; while (s.getLength() < 2000000) s += s; String t = s + \\"q\\"; while (true) t += \\"q\\";", none);`;
    expect(failureOf(source)).toMatchObject({ kind: 'MemoryLimit', file: 'executeScript', line: 1 });
  });

  it('counts what was printed and stored', () => {
    const source = `String big = "xyxyxyxy";
while (big.getLength() < 1000000) big += big;
while (true)
  print(big);`;
    expect(failureOf(source)).toMatchObject({ kind: 'MemoryLimit', line: 4, column: 3 });
    expect(failureOf(source.replace('print(big)', 'setGlobalVariable("a", big)'))).toMatchObject({
      kind: 'MemoryLimit',
      line: 4,
    });
  });

  it('counts the variables of the run', () => {
    const source = `String big = "xyxyxyxy";
while (big.getLength() < 100000) big += big;
Integer i;
while (true)
  setVariable((i++).toString(), big + i.toString());`;
    expect(failureOf(source)).toMatchObject({ kind: 'MemoryLimit', line: 5 });
  });

  it('begins anew with the next step', () => {
    const source = `String big = "xyxyxyxy";
while (big.getLength() < 4000000) big += big;
print(big.subString(0, 3000000));`;
    const writes = { type: 'customer.writes', session: 1, text: 'again' } as const;
    const { events } = play(source, {}, [writes, writes]);
    expect(events.filter(({ type }) => type === 'script.failed')).toEqual([]);
  });
});
