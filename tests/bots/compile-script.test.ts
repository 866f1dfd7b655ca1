import { describe, expect, it } from 'vitest';
import { libraryWith } from '../../src/bots/bot-library.ts';
import { compileScript } from '../../src/bots/crmscript/compile-script.ts';
import { Counting } from '../../src/bots/crmscript/counting.ts';
import type { Script } from '../../src/engine/definition.ts';

const library = libraryWith(undefined);
const script = (more: Partial<Script> = {}): Script => ({
  id: 1,
  name: 'Greeting',
  includeName: '',
  language: 'crmscript',
  source: '#include "words";\nprintLine(hello());\n',
  ...more,
});
const words = (text: string): Script =>
  script({ id: 2, name: 'words', source: `String hello() { return "${text}"; }` });
const finding = (found: Script | undefined) => () => found;

describe('Scripts that say the same in two worlds', () => {
  it('are one program, with what they include', () => {
    const one = compileScript(script(), finding(words('Hi')), { library, counting: undefined });
    const other = compileScript(script(), finding(words('Hi')), { library, counting: undefined });
    expect(one.program).toBeDefined();
    expect(other.program).toBe(one.program);
    expect(other.scripts).toEqual(
      new Map([
        ['Greeting', 1],
        ['words', 2],
      ]),
    );
  });

  it('are two as soon as what they include says something else, or is gone', () => {
    const one = compileScript(script(), finding(words('Hi')), { library, counting: undefined });
    const other = compileScript(script(), finding(words('Ho')), { library, counting: undefined });
    const gone = compileScript(script(), finding(undefined), { library, counting: undefined });
    expect(other.program).not.toBe(one.program);
    expect(gone.program).toBeUndefined();
  });

  it.each([{ id: 7 }, { name: 'Farewell' }, { includeName: 'greeting' }])(
    'are two where they differ in %j, which runs tell of',
    (more) => {
      const one = compileScript(script(), finding(words('Hi')), { library, counting: undefined });
      const other = compileScript(script(more), finding(words('Hi')), { library, counting: undefined });
      expect(other.program).not.toBe(one.program);
      expect([...other.scripts][0]).toEqual([more.includeName ?? more.name ?? 'Greeting', more.id ?? 1]);
    },
  );

  it('are counted apart by each who counts them', () => {
    const plain = compileScript(script(), finding(words('Hi')), { library, counting: undefined });
    const [one, other] = [new Counting(), new Counting()].map((counting) =>
      compileScript(script(), finding(words('Hi')), { library, counting }),
    );
    expect(one?.program?.hits).toBeDefined();
    expect(other?.program?.hits).not.toBe(one?.program?.hits);
    expect(plain.program?.hits).toBeUndefined();
  });

  describe('are still one program', () => {
    const compiled = (source: string, found?: Script) =>
      compileScript(script({ source }), finding(found), { library, counting: undefined }).program;
    const compileOthers = (from: number, count: number) => {
      for (let at = from; at < from + count; at += 1) compiled(`Integer n = ${String(at)};`);
    };

    it('after many others, where they were asked for in between', () => {
      const one = compiled('Integer old;');
      compileOthers(0, 50);
      expect(compiled('Integer old;')).toBe(one);
      compileOthers(100, 50);
      expect(compiled('Integer old;')).toBe(one);
      compileOthers(200, 64);
      expect(compiled('Integer old;')).not.toBe(one);
    });

    it('after many others, where what they include has changed in between', () => {
      const source = '#include "words";\nprintLine(hello());\n';
      compiled(source, words('before'));
      compileOthers(300, 50);
      const one = compiled(source, words('after'));
      compileOthers(400, 50);
      expect(compiled(source, words('after'))).toBe(one);
    });
  });
});
