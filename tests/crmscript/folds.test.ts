import { describe, expect, it } from 'vitest';
import { folds } from '../../src/crmscript/folds.ts';

/** What is left to see of each fold, with `…` for what is hidden; from the beginning of its first line to the end of its last. */
const folded = (source: string): readonly string[] =>
  folds(source).map(({ start, end, kind }) => {
    const from = source.lastIndexOf('\n', start - 1) + 1;
    const to = source.indexOf('\n', end);
    return `${kind}: ${source.slice(from, start)}…${source.slice(end, to < 0 ? undefined : to)}`;
  });

describe('what can be folded are', () => {
  it.each([
    [
      'blocks',
      'Void f() {\n  if (true) {\n    f();\n  }\n}',
      ['block: Void f() {…}', 'block:   if (true) {…}'],
    ],
    ['structs', 'struct P {\n  String a;\n};', ['block: struct P {…};']],
    ['long comments', '/* a\n * b\n */\nprint("");', ['comment: /* a…']],
    ['lines of comment', '// a\n// b\n\n// c\nprint(""); // d\n// e', ['comment: // a…']],
    ['includes', '#include "a";\n#include "b";\nprint("");\n#include "c";', ['includes: #include "a";…']],
    [
      'regions',
      '//#region A\nf();\n// #region B\ng();\n//#endregion\n//#endregion',
      ['region: //#region A…', 'region: // #region B…'],
    ],
  ])('%s', (_what, source, expected) => {
    expect(folded(source)).toEqual(expected);
  });

  it.each([
    ['on one line', 'Void f() { f(); } /* a */'],
    ['in texts', 'String s = "{\n}";'],
    ['in comments', '// {\nf();\n// }'],
    ['that nothing closes', 'Void f() {\n  f();\n//#region\n'],
    ['that nothing opens', '}\n//#endregion\n)'],
  ])('not those %s', (_what, source) => {
    expect(folded(source)).toEqual([]);
  });

  it('blocks in texts with CR LF', () => {
    expect(folds('Void f() {\r\n}\r\n')).toEqual([{ start: 10, end: 12, kind: 'block' }]);
  });
});
