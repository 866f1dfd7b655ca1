import { describe, expect, it } from 'vitest';
import { runSource } from './run-source.ts';
import { standing, Stopped, watching } from './stopping.ts';
import { sentence } from '../../src/words/sentence.ts';

const failureOf = (source: string, limits = {}) => {
  const { result, diagnostics } = runSource(source, { limits });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const failure = result?.failure;
  return {
    kind: failure?.kind,
    line: failure?.span.line,
    column: failure?.span.column,
    statements: result?.statements,
  };
};

describe('the budget', () => {
  it('stops an endless loop at exactly the statement after the last', () => {
    expect(failureOf('Integer i;\nwhile (true) { i++; }', { price: 1000 })).toEqual({
      kind: 'StatementLimit',
      line: 2,
      column: 16,
      statements: 1000,
    });
  });

  it('counts conditions, so that an empty loop ends too', () => {
    expect(failureOf('while (true);', { price: 500 }).statements).toBe(500);
    expect(failureOf('for (; true; ) { }', { price: 500 }).statements).toBe(500);
  });

  it('lets a script that needs exactly the budget end', () => {
    const source = 'Integer i; i++; i++; i++;';
    expect(runSource(source, { limits: { price: 4 } }).result).toEqual({ statements: 4, price: 4 });
    expect(failureOf(source, { price: 3 }).kind).toBe('StatementLimit');
  });

  it('cannot be caught', () => {
    const { result, output } = runSource('try { while (true) { } } catch { print("caught"); }', {
      limits: { price: 100 },
    });
    expect(result?.failure?.kind).toBe('StatementLimit');
    expect(output).toBe('');
  });

  it('says what it was spent on', () => {
    const why = (source: string) => {
      const failure = runSource(source, { limits: { price: 20_000 } }).result?.failure;
      return failure && sentence(failure.said);
    };

    expect(why('while (true) { }')).toBe(
      'The script ran 20,000 statements without coming to an end. It looks like an endless loop.',
    );
    expect(why('String s = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!";\ns.regexp("^(a+)+$");')).toMatch(
      /^The regular expression in line 2 is too costly: looking for it has used 1\d,\d\d\d of the 20,000 that a step may cost\./,
    );
    expect(why('DateTime d;\nwhile (true)\n  d.addDay(1);')).toMatch(
      /^Calling addDay\(\) in line 3 has used 1\d,\d\d\d of the 20,000 that a step may cost\./,
    );
  });

  it.each(['^(a+)+$', '(a|a)+$', '(x+x+)+y', '(a{1,30}){1,30}b', '(a*)*\\\\1b', '(?=(a+))a*b'])(
    'is spent by the pattern %s',
    (pattern) => {
      const source = `String s = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!";
for (Integer i = 0; i < 100000; i++) s.regexp("${pattern}");`;
      expect(failureOf(source, { price: 200_000 })).toMatchObject({ kind: 'StatementLimit', line: 2 });
    },
  );

  it('is spent by long texts that are compared and searched', () => {
    const source = `String a = "x"; while (a.getLength() < 1000000) a += a;
String b = a + "";
b += "y"; a += "y";
while (true) { if (a == b) a.find("zz"); }`;
    expect(failureOf(source, { price: 100_000 })).toMatchObject({ kind: 'StatementLimit', line: 4 });
  });
});

describe('the call depth', () => {
  it('stops endless recursion at the limit, where the call stands', () => {
    expect(failureOf('Integer f(Integer n) {\n  return f(n + 1);\n}\nf(0);')).toMatchObject({
      kind: 'CallDepthLimit',
      line: 2,
      column: 10,
    });
  });

  it('cannot be caught', () => {
    const { result } = runSource('Void f() { try { f(); } catch { } }\nf();');
    expect(result?.failure?.kind).toBe('CallDepthLimit');
  });

  it('shows the two ends of a deep stack', () => {
    const { result } = runSource('Void f(Integer n) {\n  f(n + 1);\n}\nf(0);');

    const stack = result?.failure?.stack ?? [];
    expect(stack.map(({ name }) => name)).toEqual([
      ...Array<string>(20).fill('f'),
      '(971 more calls)',
      ...Array<string>(9).fill('f'),
      '(script)',
    ]);
    expect(stack.at(-1)).toMatchObject({ line: 4, column: 1 });
  });

  it('gives the stack innermost first', () => {
    const { result } = runSource('Void inner() {\n  throw "x";\n}\nVoid outer() {\n  inner();\n}\nouter();');
    expect(result?.failure?.stack).toEqual([
      { name: 'inner', file: 'main', line: 2, column: 3 },
      { name: 'outer', file: 'main', line: 5, column: 3 },
      { name: '(script)', file: 'main', line: 7, column: 1 },
    ]);
  });

  it('allows 999 calls inside each other', () => {
    const source =
      'Integer f(Integer n) { if (n == 0) return 0; return 1 + f(n - 1); }\nprintLine(f(990).toString());';
    expect(runSource(source)).toMatchObject({ output: '990\n' });
    const method =
      'struct S { Integer f(Integer n) { if (n == 0) return 0; S s; return 1 + s.f(n - 1); } };\nS s;\nprintLine(s.f(990).toString());';
    expect(runSource(method)).toMatchObject({ output: '990\n' });
  });

  it.each([
    ['blocks', 'if (true) { while (true) { return 1 + f(n - 1); } } return 0;', 500],
    ['try', 'try { if (n < 0) throw "x"; return f(n - 1); } catch { } return 0;', 500],
    ['foreach', 'Integer[1] a; foreach (Integer i in a) return f(n - 1); return 0;', 500],
    ['ninety sums', `return ${'(1 + '.repeat(90)}f(n - 1)${')'.repeat(90)};`, 40],
    ['ninety texts', `String s = ${'("a" + '.repeat(90)}f(n - 1).toString()${')'.repeat(90)}; return 0;`, 8],
  ])('allows fewer where each takes more of the stack, the same everywhere: %s', (_name, body, calls) => {
    const source = (depth: number) =>
      `Integer f(Integer n) { if (n == 0) return 0; ${body} }\nf(${String(depth)});`;
    expect(runSource(source(calls)).result?.failure).toBeUndefined();
    expect(failureOf(source(999))).toMatchObject({ kind: 'CallDepthLimit', line: 1 });
  });

  it('holds for hooks that are called by the library', () => {
    const source = `struct P { Integer n; String toString() { P[1] a; return a.buildString(""); } };
P[1] a;
a.buildString("");`;
    expect(failureOf(source)).toMatchObject({ kind: 'CallDepthLimit', line: 1 });
  });
});

describe('the memory limit', () => {
  it.each([
    ['a text that doubles', 'String s = "xxxxxxxx";\nwhile (true) s += s;', 2],
    ['a text that is appended to', 'String s = "xxxxxxxx";\nwhile (true) s.append(s);', 2],
    ['a growing array', 'Integer[] a;\nwhile (true) a.pushBack(1);', 2],
    ['a growing vector', 'Vector v;\nwhile (true) v.pushBack("x");', 2],
    ['a growing map', 'Map m;\nInteger i;\nwhile (true) m.insert((i++).toString(), "x");', 3],
    ['an array of a size', 'Integer n = 2000000000;\nInteger[n] a;', 2],
    ['an array of two sizes', 'Integer n = 100000;\nInteger[n][n] a;', 2],
    ['structs', 'struct P { Integer a; Map m; };\nP[] list;\nwhile (true) list.pushBack();', 3],
    ['a substitution', 'String s = "aaaaaaaaaaaaaaaa";\nwhile (true) s = s.substitute("a", "aa");', 2],
    [
      'texts in frames',
      'Void f(String s) { f(s + "x" + s.subString(0, 100000).toUpper()); }\nString s = "x"; while (s.getLength() < 100000) s += s;\nf(s);',
      1,
    ],
    ['nodes', 'XMLNode n = XMLNode("a");\nwhile (true) n.addChild(XMLNode("b"));', 2],
    ['a builder', 'JSONBuilder b;\nwhile (true) b.addInteger("n", 1);', 2],
  ])('stops %s', (_name, source, line) => {
    expect(failureOf(source)).toMatchObject({ kind: 'MemoryLimit', line });
  });

  const text = (length: number) =>
    `String s = "xyxyxyxy"; while (s.getLength() < ${String(length)}) s += s;\n`;

  it.each([
    [
      'sums of texts',
      `${text(1e6)}String f(Integer n) { if (n == 0) return ""; return s.toUpper() + n.toString() + f(n - 1); }\nf(300);`,
    ],
    [
      'comparisons',
      `${text(1e6)}Bool f(Integer n) { if (n == 0) return true; return s.toUpper() + n.toString() == f(n - 1).toString(); }\nf(300);`,
    ],
    [
      'arguments',
      `${text(1e6)}Integer g(String a, Integer b) { return b; }\nInteger f(Integer n) { if (n == 0) return 0; return g(s.toUpper() + n.toString(), f(n - 1)); }\nf(300);`,
    ],
    [
      'elements',
      'Integer[] big() { Integer[100000] a; return a; }\nInteger f(Integer n) { if (n == 0) return 0; return big()[f(n - 1)]; }\nf(300);',
    ],
    [
      'fields',
      'struct S { Integer[] a; Integer n; };\nS big() { S x; Integer[100000] a; x.a = a; return x; }\nInteger f(Integer n) { if (n == 0) return 0; big().n += f(n - 1); return 1; }\nf(300);',
    ],
    [
      'lists that are walked',
      'Integer f(Integer n) { if (n == 0) return 0; Integer[100000] a; Integer[] none; foreach (Integer i in a) { a = none; return f(n - 1); } return 1; }\nf(300);',
    ],
    [
      'arrays that are sorted',
      'struct P { Integer n; Bool compare(P o) { if (n <= 0) return false; P[50000] a; a[0].n = n - 1; a.sort(); return false; } };\nP[2] a; a[0].n = 100; a.sort();',
    ],
  ])('sees what is only on its way: %s', (_name, source) => {
    expect(failureOf(source).kind).toBe('MemoryLimit');
  });

  it.each([
    [
      'texts that are joined and looked into',
      `${text(1e6)}String[] a; Integer i;\nwhile (true) { a.pushBack(s + i.toString()); a[i++].find("q"); }`,
    ],
    ['references', 'Integer n; Generic[] a;\nwhile (true) a.pushBack(n + 1);'],
    ['dates', 'DateTime d; DateTime[] a;\nwhile (true) { d.addMin(1); a.pushBack(d); }'],
    ['arrays in arrays', 'Integer[][] a;\nwhile (true) { Integer[1000] b; a.pushBack(b); }'],
    [
      'rings of structs',
      'struct N { N[] next; Integer[] data; };\nN n;\nwhile (true) { N m; Integer[100] d; m.data = d; m.next.pushBack(n); n.next.pushBack(m); n = m; }',
    ],
    [
      'JSON of many parts',
      'String s = "[],"; while (s.getLength() < 1000000) s += s;\nparseJSON("[" + s + "[]]");',
    ],
    [
      'XML of many parts',
      'String s = "<a/>"; while (s.getLength() < 1000000) s += s;\nparseXML("<r>" + s + "</r>");',
    ],
    [
      'nodes that share children',
      'XMLNode n = XMLNode("a");\nfor (Integer i = 0; i < 60; i++) { XMLNode m = XMLNode("b"); m.addChild(n); m.addChild(n); n = m; }\nXMLNode(n);',
    ],
    ['bytes', `${text(4e6)}s.toByteArray();`],
    ['pieces', `${text(4e6)}s.split("x");`],
  ])('stops %s', (_name, source) => {
    expect(failureOf(source, { price: 20_000_000 }).kind).toBe('MemoryLimit');
  });

  it('lets many hold one text, and counts equal texts once', () => {
    const source = `${text(500_000)}String[] a;
Integer f(String t, Integer n) { if (n == 0) return 0; return f(t, n - 1) + t.getLength() % 2; }
for (Integer i = 0; i < 1000; i++) a.pushBack(s);
f(s, 900);
for (Integer i = 0; i < 50; i++) a.pushBack(s.toUpper());
printLine("end");`;
    expect(runSource(source).output).toBe('end\n');
  });

  it('lets a script make and forget more than the limit', () => {
    const source = `for (Integer i = 0; i < 100; i++) { Integer[50000] a; a[0] = i; }
printLine("end");`;
    expect(runSource(source).output).toBe('end\n');
  });
});

describe('the debugger', () => {
  const source = `Integer total;
Integer add(Integer n) {
  Integer twice = n * 2;
  total += twice;
  return twice;
}
for (Integer i = 0; i < 2; i++) {
  add(i);
}`;
  const stopAt = (statement: number, program = source): ReturnType<typeof standing> | undefined => {
    let seen: ReturnType<typeof standing> | undefined;
    const observer = watching(statement, (view) => {
      seen = standing(view);
      throw new Stopped();
    });
    expect(() => runSource(program, { observer })).toThrow(Stopped);
    return seen;
  };

  it('stops before a statement and shows frames and variables', () => {
    expect(stopAt(6)).toEqual({
      statement: 6,
      frames: [
        {
          name: 'add',
          file: 'main',
          line: 4,
          column: 3,
          variables: [
            { name: 'n', type: 'Integer', value: '0', argument: true },
            { name: 'twice', type: 'Integer', value: '0' },
          ],
        },
        {
          name: '(script)',
          file: 'main',
          line: 8,
          column: 3,
          variables: [
            { name: 'total', type: 'Integer', value: 'null', global: true },
            { name: 'i', type: 'Integer', value: '0' },
          ],
        },
      ],
    });
  });

  it('counts statements alone, whatever the library makes them pay', () => {
    const costly = `DateTime d;
d.addDay(1);
String s = "a"; while (s.getLength() < 5000) s += s;
s.toUpper();
s.regexp("b+");
parseJSON('[1, 2, 3]');`;
    const { result } = runSource(costly);

    // Six in the text, and of the loop each condition and each turn.
    expect(result?.statements).toBe(6 + 14 + 13);
    expect(result?.price).toBeGreaterThan(100);
    expect(stopAt(6 + 14 + 13, costly)).toMatchObject({ frames: [{ line: 6 }] });
  });

  it('stops at each statement of the run and no further', () => {
    const { result } = runSource(source);
    for (let k = 1; k <= (result?.statements ?? 0); k++) expect(stopAt(k)).toMatchObject({ statement: k });
    const after = watching((result?.statements ?? 0) + 1, () => expect.unreachable());
    expect(runSource(source, { observer: after }).result).toEqual(result);
  });
});
