import { describe, expect, it } from 'vitest';
import { play } from './stage.ts';

const failureOf = (source: string, more = {}) => {
  const { events } = play(source, more);
  const failed = events.find((event) => event.type === 'script.failed');
  return (
    failed && {
      kind: failed.kind,
      text: failed.text,
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
