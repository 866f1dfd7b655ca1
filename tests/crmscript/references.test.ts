import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { namesOf } from '../../src/crmscript/editing/names-of.ts';
import { references } from '../../src/crmscript/references.ts';
import { Problems } from '../../src/crmscript/syntax/problems.ts';
import { scan } from '../../src/crmscript/syntax/scanner.ts';
import { partsOf, toldPrograms } from './program-files.ts';
import { programs } from './programs-at-hand.ts';
import { library } from './run-source.ts';

/** Where the name at the cursor is used, as `file:line:column text`. */
function usesIn(texts: Readonly<Record<string, string>>, roots?: string[]): readonly string[] {
  const { scripts, sources, at } = programs(texts, roots);
  return (references(scripts, at)?.places ?? []).map(({ file, start, end }) => {
    const source = sources.get(file) ?? '';
    const before = source.slice(0, start).split('\n');
    return `${file}:${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)} ${source.slice(start, end)}`;
  });
}

describe('the references of', () => {
  it('a variable are its declaration and all that means it, not what has its name elsewhere', () => {
    const main =
      'Integer n = 1;\nVoid f() { Integer n = 2; print(n); }\n{ Integer n = 3; }\nprint((|n) + n);';
    expect(usesIn({ main })).toEqual(['main:1:9 n', 'main:4:8 n', 'main:4:13 n']);
  });

  it('a parameter end with its function', () => {
    const main = 'Void f(Integer |n) { n = n + 1; }\nVoid g(Integer n) { n = 1; }';
    expect(usesIn({ main })).toEqual(['main:1:16 n', 'main:1:21 n', 'main:1:25 n']);
  });

  it('a function are those that its arguments choose', () => {
    const main = 'Void f(Integer n) { }\nVoid f(String s) { }\nf(1);\n|f("a");';
    expect(usesIn({ main })).toEqual(['main:2:6 f', 'main:4:1 f']);
  });

  it('a field are found in methods, with this and without, and from outside', () => {
    const main =
      'struct P { Integer age; Integer twice() { return this.age + age; } };\nP p;\nprint(p.|age.toString());';
    expect(usesIn({ main })).toEqual(['main:1:20 age', 'main:1:55 age', 'main:1:61 age', 'main:3:9 age']);
  });

  it('a struct are its types, arrays and parameters among them', () => {
    const main =
      'struct |P { P[] others; };\nVoid f(P[] all) { foreach (P one in all) print(""); }\nP[] list;';
    expect(usesIn({ main })).toHaveLength(5);
  });

  it('a function of the library are all calls of that name', () => {
    const main = '|printLine("a");\nVoid f() { printLine("b"); }';
    expect(usesIn({ main })).toEqual(['main:1:1 printLine', 'main:2:12 printLine']);
  });

  it('a method of arrays are the same for arrays of everything', () => {
    const main = 'struct P { };\nP[] p; Integer[] n;\np.|length(); n.length();';
    expect(usesIn({ main })).toHaveLength(2);
  });

  it('what a catch brings are those of that catch', () => {
    const main = 'try { } catch { print(|error); print(error); }\ntry { } catch { print(error); }';
    expect(usesIn({ main })).toEqual(['main:1:23 error', 'main:1:37 error']);
  });

  it.each(['Integer n = |1;', '"a|b";', '// n|\nInteger n;', 'pri|nty("");', 'if (|true) { }'])(
    'nothing are none: %s',
    (main) => {
      const { scripts, at } = programs({ main });
      expect(references(scripts, at)).toBeNull();
    },
  );
});

describe('over includes', () => {
  const tools = 'Integer |twice(Integer n) { return 2 * n; }\n';
  const a = '#include "tools";\nprint(twice(1));';
  const b = '#include "tools";\nInteger m = twice(2);';

  it('a function of a shared file is found in all programs, each place once', () => {
    expect(usesIn({ tools, a, b, c: 'print("twice");' }, ['tools', 'a', 'b', 'c'])).toEqual([
      'a:2:7 twice',
      'b:2:13 twice',
      'tools:1:9 twice',
    ]);
  });

  it('it is found from one program that uses it in the others', () => {
    const texts = { tools: tools.replace('|', ''), a: a.replace('twice', '|twice'), b };
    expect(usesIn(texts, ['a', 'b'])).toHaveLength(3);
  });

  it('what a shared file uses may be declared by who includes it', () => {
    const shared = 'Void run() { |hook(); }';
    const main = 'Void hook() { }\n#include "shared";\nrun();';
    expect(usesIn({ shared, main })).toEqual(['main:1:6 hook', 'shared:1:14 hook']);
  });

  it('a circle of includes ends', () => {
    const one = '#include "two";\nInteger |n = 1;';
    const two = '#include "one";\nprint(n);';
    expect(usesIn({ one, two }, ['one', 'two'])).toContain('one:2:9 n');
  });

  it('scripts in which the name does not stand are not looked at', () => {
    const { scripts, at } = programs({ main: 'Integer |n = 1;\nn = 2;' });
    const never = { ...scripts[0], file: 'never', source: 'm = 1;', library: undefined as never };
    expect(references([...scripts, never as never], at)?.places).toHaveLength(2);
  });
});

it('every name of a correct program means something', () => {
  for (const [name, source] of toldPrograms) {
    const parts = new Map(partsOf(name).map((part) => [part.name, part.source]));
    const options = {
      file: 'main',
      library,
      includes: (id: string) => {
        const part = parts.get(id);
        return part === undefined ? undefined : { file: id, source: part };
      },
    };
    if (compile(source, options).program === undefined) continue;
    const known = new Set(
      namesOf(source, options)
        .uses.get('main')
        ?.map(({ start }) => start),
    );
    const unknown = scan(source, 'main', new Problems()).filter(
      ({ kind, text, start }) => kind === 'name' && source.startsWith(text, start) && !known.has(start),
    );
    expect(unknown, name).toEqual([]);
  }
});
