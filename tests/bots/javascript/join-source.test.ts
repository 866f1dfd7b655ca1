import { describe, expect, it } from 'vitest';
import { joinSource, type NamedSource } from '../../../src/bots/javascript/join-source.ts';

const join = (source: string, others: Readonly<Record<string, string>> = {}) =>
  joinSource({ file: 'main', source }, (name): NamedSource | undefined => {
    const found = others[name];
    return found === undefined ? undefined : { file: name, source: found };
  });

/** Where a piece of the joined text was written: file, line, column from 1. */
function placeOf({ text, parts }: ReturnType<typeof join>, piece: string) {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  const part = parts.findLast(({ fromLine }) => fromLine <= before.length);
  if (part === undefined) throw new Error(`There is no ${piece}.`);
  return [part.file, part.line + before.length - part.fromLine, (before.at(-1)?.length ?? 0) + 1];
}

describe('a script and what it includes, as one text', () => {
  it('takes in what both forms of the directive name, where they stand, and knows where each line was written', () => {
    const joined = join('first();\n///<include includeId="lib">\n  second();\n#include "more";\nthird();', {
      lib: 'const inLib = 1;\nconst more = 2;',
      more: 'const inMore = 3;',
    });

    const order = ['first', 'inLib', 'second', 'inMore', 'third'].map((one) => joined.text.indexOf(one));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(placeOf(joined, 'inLib')).toEqual(['lib', 1, 7]);
    expect(placeOf(joined, 'second')).toEqual(['main', 3, 3]);
    expect(placeOf(joined, 'inMore')).toEqual(['more', 1, 7]);
    expect(placeOf(joined, 'third')).toEqual(['main', 5, 1]);
    expect(joined.text).not.toMatch(/include/);
  });

  it('takes each script once, itself too, and what includes each other comes to an end', () => {
    const joined = join('#include "a";\n#include "b";\nmain();', {
      a: '#include "b";\ninA();',
      b: '#include "a";\n#include "main";\ninB();',
      main: 'main();',
    });

    expect(joined.text.match(/\w+\(\);/g)).toEqual(['inB();', 'inA();', 'main();']);
  });

  it('says which script it did not find, and where it is named', () => {
    const source = "x();\n  #include 'nobody.tsfso';";
    const [missing] = join(source).inclusions;

    expect(missing).toMatchObject({ name: 'nobody.tsfso', line: 2, by: 'main', found: undefined });
    expect(source.slice(missing?.nameStart)).toBe("nobody.tsfso';");
  });

  it('leaves import lines out, whose names are known, and keeps every line where it is', () => {
    const joined = join(
      "import { soApi, type ChatMessage as Message } from '@superoffice/scripting';\nimport type X from 'x';\nimport 'y';\nimport {\n  a,\n  b,\n} from \"z\";\ngo();",
    );

    expect(joined.text.trim()).toBe('go();');
    expect(placeOf(joined, 'go')).toEqual(['main', 8, 1]);
    expect(joined.imported).toEqual([
      { name: 'soApi', isType: false },
      { name: 'Message', isType: true },
      { name: 'X', isType: true },
      { name: 'a', isType: false },
      { name: 'b', isType: false },
    ]);
  });

  it('makes code of a page: what stands outside of the marks is added to the answer', () => {
    const joined = join(
      '<h1>Hi</h1>\n%EJSCRIPT_START%<% for (const n of [1, 2]) { %><li>"x"<% more(n); } %>%EJSCRIPT_END%\nend',
    );

    const body = 'context.result.body += ';
    expect(joined.text.split('\n').map((line) => line.trim())).toEqual([
      `${body}"<h1>Hi</h1>\\n";`,
      'for (const n of [1, 2]) {',
      `${body}"<li>\\"x\\"";`,
      'more(n); }',
      `${body}"\\nend";`,
    ]);
    expect(placeOf(joined, 'more')).toEqual(['main', 2, 58]);
  });
});
