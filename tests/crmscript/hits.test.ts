import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile, type Hits, type SourceFile } from '../../src/crmscript/compile.ts';
import { run, type RunOptions } from '../../src/crmscript/run.ts';
import { toldPrograms } from './program-files.ts';
import { library, testEnvironment } from './run-source.ts';

type Options = Partial<Pick<RunOptions, 'limits'>> & {
  readonly includes?: (id: string) => SourceFile | undefined;
  readonly counted?: boolean;
};

function ran(source: string, { includes, counted = true, ...options }: Options = {}) {
  const { program } = compile(source, { file: 'main', library, counted, ...(includes && { includes }) });
  if (program === undefined) throw new Error('It does not compile.');
  const environment = testEnvironment();
  const result = run(program, { environment, ...options });
  return { program, result, printed: environment.printed, hints: environment.hints };
}

const hitsOf = (source: string, options?: Options): Hits => {
  const { hits } = ran(source, options).program;
  if (hits === undefined) throw new Error('Nothing was counted.');
  return hits;
};

/** `line×hits`, a statement each. */
const statements = (hits: Hits) =>
  hits.statements.map(({ span, hits: count }) => `${String(span.line)}×${String(count)}`).join(' ');
const branches = (hits: Hits) =>
  hits.branches.map(({ span, kind, ways }) => `${String(span.line)} ${kind} ${ways.join('/')}`);

const total = (hits: Hits) => hits.statements.reduce((sum, { hits: count }) => sum + count, 0);

describe('counting what runs', () => {
  it('counts each statement as often as it began, those that never ran too', () => {
    const hits = hitsOf('Integer i;\nfor (i = 0; i < 3; i++)\n  print("a");\nif (i == 7)\n  print("never");');
    expect(statements(hits)).toBe('1×1 2×1 2×4 2×3 3×3 4×1 5×0');
  });

  it('counts functions and methods that nobody calls', () => {
    const hits = hitsOf(
      'Void called() {\n  print("a");\n}\nVoid idle() {\n  print("b");\n}\nstruct S {\n  Void quiet() {\n    print("c");\n  }\n};\ncalled();',
    );
    expect(statements(hits)).toBe('2×1 5×0 9×0 12×1');
  });

  it('tells both ways of a condition, and those of else if', () => {
    const source =
      'Void kind(Integer n) {\n  if (n == 1)\n    print("one");\n  else if (n == 2)\n    print("two");\n  else\n    print("many");\n}\nkind(1);\nkind(5);\nkind(6);';
    expect(branches(hitsOf(source))).toEqual(['2 if 1/2', '4 if 0/2']);
  });

  it('tells both ways of a guard without else, which the runtime has a short way for', () => {
    expect(branches(hitsOf('Integer n = 1;\nif (n < 2)\n  print("a");'))).toEqual(['2 if 1/0']);
    expect(branches(hitsOf('Integer n = 3;\nif (n < 2)\n  print("a");'))).toEqual(['2 if 0/1']);
  });

  it('tells the ways of loops: held and ended, elements and none', () => {
    const source =
      'Integer i;\nwhile (i < 2) i++;\nfor (i = 0; i < 3; i++) ;\nString[] none;\nforeach (String s in none)\n  print(s);\nforeach (String s in "a,b".split(","))\n  print(s);';
    expect(branches(hitsOf(source))).toEqual(['2 while 2/1', '3 for 3/1', '5 foreach 0/1', '7 foreach 1/0']);
  });

  it('tells which operands of && and || were looked at', () => {
    const source =
      'Bool yes = true;\nBool no = false;\nif (no && yes)\n  print("a");\nBool x = yes || no || no;\nBool y = no || yes;';
    expect(branches(hitsOf(source))).toEqual(['3 if 0/1', '3 && 1/0', '5 || 1/0/0', '6 || 1/1']);
  });

  it('counts a list of more than eight else if', () => {
    const links = Array.from({ length: 12 }, (_, n) => `if (n == ${String(n)}) print("${String(n)}");`);
    const hits = hitsOf(`Integer n = 10;\n${links.join('\nelse ')}`);
    expect(hits.branches.map(({ ways }) => ways.join('/'))).toEqual([
      ...new Array<string>(10).fill('0/1'),
      '1/0',
      '0/0',
    ]);
  });

  it('tells an included file apart', () => {
    const includes = (id: string) => ({ file: id, source: 'Integer twice(Integer n) {\n  return 2 * n;\n}' });
    const { statements: list } = hitsOf('#include "lib"\nprint(twice(2).toString());', { includes });
    expect(list.map(({ span, hits }) => [span.file, span.line, hits])).toEqual([
      ['lib', 2, 1],
      ['main', 2, 1],
    ]);
  });

  it('goes on counting from run to run of the same program', () => {
    const { program } = ran('print("a");');
    run(program, { environment: testEnvironment() });
    expect(program.hits?.statements.map(({ hits }) => hits)).toEqual([2]);
  });

  it('counts no statement for which there was no budget', () => {
    const { program, result } = ran('Integer i;\nwhile (true) i++;', { limits: { price: 10 } });
    expect(result.failure?.kind).toBe('StatementLimit');
    expect(program.hits && total(program.hits)).toBe(10);
  });

  it('is not there in a program that was compiled without', () => {
    expect(ran('print("a");', { counted: false }).program.hits).toBeUndefined();
  });
});

describe('a program that is counted', () => {
  const parts = fileURLToPath(new URL('../programs/', import.meta.url));
  const includesOf = (name: string) => (id: string) => {
    const part = join(parts, dirname(name), 'parts', `${id}.crmscript`);
    return existsSync(part) ? { file: id, source: readFileSync(part, 'utf8') } : undefined;
  };
  const programs = [...toldPrograms].filter(
    ([name, source]) =>
      compile(source, { file: 'main', library, includes: includesOf(name) }).program !== undefined,
  );

  it.each(programs)('does the same as one that is not, statement for statement: %s', (name, source) => {
    const includes = includesOf(name);
    const plain = ran(source, { includes, counted: false });
    const counted = ran(source, { includes });
    expect(counted.printed).toEqual(plain.printed);
    expect(counted.hints).toEqual(plain.hints);
    expect(counted.result).toEqual(plain.result);
    expect(counted.program.hits && total(counted.program.hits)).toBe(plain.result.statements);
  });

  it('calls itself as deep as one that is not', () => {
    const source =
      'Bool deep(Integer n) {\n  if (n > 0 && deep(n - 1)) return true;\n  return n == 0;\n}\ndeep(900);';
    expect(ran(source).result.failure).toBeUndefined();
  });
});
