import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { namesOf } from '../../src/crmscript/editing/names-of.ts';
import { rename, renameAt } from '../../src/crmscript/rename.ts';
import { run } from '../../src/crmscript/run.ts';
import { partsOf, toldPrograms } from './program-files.ts';
import { programs } from './programs-at-hand.ts';
import { library, testEnvironment } from './run-source.ts';

type Texts = Readonly<Record<string, string>>;

/** What all texts are after the name at the cursor was changed; the code and what belongs to it where it is refused. */
function renamed(texts: Texts, name: string, roots?: string[]): unknown {
  const { scripts, sources, at } = programs(texts, roots);
  const result = rename(scripts, at, name);
  if (result.kind === 'refused') return { [result.reason.code]: result.reason.params };
  return Object.fromEntries(
    [...sources].map(([file, source]) => [file, applied(source, file, result.edits)]),
  );
}

type Edit = { readonly file: string; readonly start: number; readonly end: number; readonly text: string };

const applied = (source: string, file: string, edits: readonly Edit[]): string =>
  edits
    .filter((edit) => edit.file === file)
    .reduceRight((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);

describe('a name is changed', () => {
  it('where it is declared and wherever it means that', () => {
    const main = 'Integer |n = 1;\nVoid f() { Integer n = 2; n++; }\nprint((n) + "n");';
    expect(renamed({ main }, 'count')).toEqual({
      main: 'Integer count = 1;\nVoid f() { Integer n = 2; n++; }\nprint((count) + "n");',
    });
  });

  it('in every program that includes its file, each place once', () => {
    const tools = 'Integer twice(Integer n) { return 2 * n; }\n';
    const texts = { tools, a: '#include "tools";\n|twice(1);', b: '#include "tools";\ntwice(2);' };
    expect(renamed(texts, 'double', ['tools', 'a', 'b'])).toEqual({
      tools: 'Integer double(Integer n) { return 2 * n; }\n',
      a: '#include "tools";\ndouble(1);',
      b: '#include "tools";\ndouble(2);',
    });
  });

  it('to itself without an edit', () => {
    const main = 'Integer |n = 1;';
    expect(renamed({ main }, 'n')).toEqual({ main: 'Integer n = 1;' });
  });

  it('and what stands in texts is left, and said', () => {
    const { scripts, at } = programs({ main: 'Integer |n = 1;\nprint("an n");\nprint("none");' });
    expect(rename(scripts, at, 'm')).toMatchObject({
      warnings: [{ code: 'rename-in-texts', params: { name: 'n', count: 1, file: 'main', line: 2 } }],
    });
  });

  it('although the script has an error somewhere else', () => {
    const main = 'Integer |n = 1;\nprint(n;\nprint(m);';
    expect(renamed({ main: 'Integer |n = 1;\nunknown();\nn = 2;' }, 'm')).toEqual({
      main: 'Integer m = 1;\nunknown();\nm = 2;',
    });
    expect(renamed({ main }, 'k')).toHaveProperty('rename-errors');
  });
});

describe('it is refused', () => {
  it.each<[string, string, string, string]>([
    ['where nothing is', '| ;', 'm', 'rename-no-name'],
    ['of a number', 'Integer n = |1;', 'm', 'rename-no-name'],
    ['of a word of the language', '|if (true) { }', 'm', 'rename-no-name'],
    ['in a comment', '// a| b\nInteger a;', 'm', 'rename-unknown'],
    ['of a function of the library', '|print("a");', 'm', 'rename-library'],
    ['of a type of the library', '|String s;', 'm', 'rename-library'],
    ['of what a catch brings', 'try { } catch { print(|error); }', 'm', 'rename-catch'],
    ['of a name without a meaning', 'print(|nobody);', 'm', 'rename-unknown'],
    ['to what is no name', 'Integer |n;', '1a', 'rename-not-a-name'],
    ['to nothing', 'Integer |n;', '', 'rename-not-a-name'],
    ['to two names', 'Integer |n;', 'a b', 'rename-not-a-name'],
    ['to a word of the language', 'Integer |n;', 'If', 'rename-reserved'],
    ['to a reserved word', 'Integer |n;', 'Ticket', 'rename-reserved'],
    ['to a name of the same block', 'Integer |n; Integer m;', 'm', 'rename-taken'],
    ['to a name of the same parameters', 'Void |f() { }\nVoid g() { }', 'g', 'rename-taken'],
    ['to a function of the library', 'Void |f(String s, String t) { }', 'print', 'rename-to-library'],
    ['to a type of the library', 'struct |S { };', 'Map', 'rename-to-library'],
    ['to a field of the same struct', 'struct S { Integer |a; Integer b; };', 'b', 'rename-taken'],
    ['where another would hide it', 'Integer |n;\nVoid f(Integer m) { n = m; }', 'm', 'rename-changes'],
    ['where it would hide another', 'Integer m;\nVoid f(Integer |n) { n = m; }', 'm', 'rename-changes'],
    [
      'where it would hide a field',
      'struct S { Integer a; Void f() { Integer |b = 1; a = b; } };',
      'a',
      'rename-changes',
    ],
    [
      'where another overload would be chosen',
      'Void |f(Integer n) { }\nVoid g(Float n) { }\ng(1);',
      'g',
      'rename-changes',
    ],
    ['of the text of a struct', 'struct S { String |toString() { return "s"; } };', 'm', 'rename-hook'],
    ['to the text of a struct', 'struct S { String |text() { return "s"; } };', 'toString', 'rename-hook'],
    ['to the order of a struct', 'struct S { Integer |f(S s) { return 0; } };', 'compare', 'rename-hook'],
  ])('%s', (_when, main, name, code) => {
    expect(renamed({ main }, name)).toHaveProperty(code);
  });

  it('where a program that shares the file has the name already', () => {
    const tools = 'Integer |twice(Integer n) { return 2 * n; }\n';
    const texts = {
      tools,
      a: '#include "tools";',
      b: '#include "tools";\nInteger double(Integer n) { return n; }',
    };
    expect(renamed(texts, 'double', ['a', 'b'])).toEqual({
      'rename-taken': { name: 'double', file: 'b', line: 2 },
    });
  });

  it('where programs differ about what the name means in a shared file', () => {
    const shared = 'Void run() { hook(); }';
    const texts = {
      shared,
      a: 'Void |hook() { }\n#include "shared";\nrun();',
      b: 'Void hook() { }\n#include "shared";\nrun();',
    };
    expect(renamed(texts, 'other', ['a', 'b'])).toEqual({
      'rename-differs': { name: 'hook', file: 'shared', first: 'a', second: 'b' },
    });
    const marked = { ...texts, a: texts.a.replace('|', ''), shared: shared.replace('hook', '|hook') };
    expect(renamed(marked, 'other', ['a', 'b'])).toHaveProperty('rename-differs');
  });
});

it('the name at a place is told before', () => {
  const { scripts, at } = programs({ main: 'Integer count = 1;\nprint(cou|nt);' });
  expect(renameAt(scripts, at)).toEqual({ kind: 'name', start: 25, end: 30, name: 'count' });
});

const outcomeOf = (source: string, options: Parameters<typeof compile>[1]): unknown => {
  const { program } = compile(source, options);
  if (program === undefined) return 'does not compile';
  const environment = testEnvironment();
  const { failure } = run(program, { environment });
  return [environment.printed.join(''), failure?.kind];
};

it('after it, to a new name or to one that stands elsewhere in it, programs do the same', () => {
  const folder = [...toldPrograms].filter((_, index) => index % 7 === 0);
  let count = 0;
  for (const [name, source] of folder) {
    const parts = new Map(partsOf(name).map((part) => [part.name, part.source]));
    const includes = (id: string) => {
      const part = parts.get(id);
      return part === undefined ? undefined : { file: id, source: part };
    };
    const script = { file: 'main', library, includes, source };
    // What shows the names of a script itself is not meant.
    if (compile(source, script).program === undefined || /json|generic|xml|error|hint|"/i.test(source))
      continue;
    const before = outcomeOf(source, script);
    const seen = new Set<string>();
    const uses = namesOf(source, script).uses.get('main') ?? [];
    const names = [...new Set(uses.map(({ thing }) => thing.name))];
    for (const { thing, start } of uses) {
      if (thing.kind === 'library' || seen.has(thing.key)) continue;
      seen.add(thing.key);
      const other = names[(names.indexOf(thing.name) + 1 + (seen.size % 3)) % names.length] ?? '';
      for (const to of ['fresh_name', other]) {
        const result = rename([script], { file: 'main', offset: start }, to);
        if (result.kind === 'refused') continue;
        const edited = applied(source, 'main', result.edits);
        expect(outcomeOf(edited, script), `${name}: ${thing.name} to ${to}`).toEqual(before);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(20);
});
