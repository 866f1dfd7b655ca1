import { describe, expect, it } from 'vitest';
import { suspiciousIn, suspiciousScripts } from '../../src/scenario/suspicious.ts';
import { readFile, scenarioPaths } from './links.ts';
import { minimal } from './scenarios.ts';

describe('characters that hide what a script does', () => {
  it('are told with line, column, code and name', () => {
    const text = 'if (a) // \u202Enoitidnoc\u2066\r\n  print("x\u200By");\n\tb\u0008 = 1;';

    expect([...suspiciousIn(text)]).toEqual([
      { line: 1, column: 11, code: 'U+202E', name: 'right-to-left override', kind: 'bidirectional' },
      { line: 1, column: 21, code: 'U+2066', name: 'left-to-right isolate', kind: 'bidirectional' },
      { line: 2, column: 11, code: 'U+200B', name: 'zero width space', kind: 'invisible' },
      { line: 3, column: 3, code: 'U+0008', name: 'backspace', kind: 'control' },
    ]);
  });

  it.each([
    ['a mark at the very beginning', '\uFEFFString a;'],
    ['letters of any script, tabs and line breaks', 'æøå\t日本語\r\nعربي\rñ\n'],
    ['emoji that are joined, coloured and numbered', '👩‍👩‍👧 👍🏽 ❤️ 🏳️‍🌈 1️⃣ ☎︎'],
  ])('are not found in %s', (_, text) => {
    expect([...suspiciousIn(text)]).toEqual([]);
  });

  it.each([
    ['a mark later on', 'a\uFEFF', 'zero width no-break space'],
    ['letters joined by nothing that is seen', 'ad\u200Dmin', 'zero width joiner'],
    ['tags, in which whole texts can hide', `a${String.fromCodePoint(0xe0041)}`, 'invisible character'],
    ['a selector behind a letter', 'a\uFE0F', 'invisible character'],
    ['a line break of another kind', '// a\u2028b()', 'line separator'],
  ])('are found in %s', (_, text, name) => {
    expect([...suspiciousIn(text)].map((one) => one.name)).toEqual([name]);
  });

  it('are found in scripts of the world and in those that steps save', () => {
    const script = (id: number, source: string) => ({ id, name: `script ${String(id)}`, source });
    const folders = [{ name: 'A', scripts: [script(1, 'fine();'), script(2, 'a\u200Bb')] }];
    const file = {
      ...minimal({ folders }),
      steps: [
        { input: { type: 'admin.savesScript', folder: 'A', script: script(1, '\u2067') } as const },
        {
          input: {
            type: 'admin.savesFolder',
            folder: { name: 'B', scripts: [script(3, '\u200E')] },
          } as const,
        },
      ],
    };

    expect(suspiciousScripts(file).map(({ path, script: id, count }) => [path, id, count])).toEqual([
      ['world.folders[0].scripts[1].source', 2, 1],
      ['steps[0].input.script.source', 1, 1],
      ['steps[1].input.folder.scripts[0].source', 3, 1],
    ]);
  });

  it('are counted, and the first hundred told', () => {
    const [found] = suspiciousScripts(
      minimal({ folders: [{ name: 'A', scripts: [{ id: 1, name: 'a', source: '\u200B'.repeat(250) }] }] }),
    );

    expect([found?.count, found?.characters.length]).toEqual([250, 100]);
  });

  it('are not in any scenario that there is here', () => {
    expect(scenarioPaths.flatMap((path) => suspiciousScripts(readFile(path)))).toEqual([]);
  });
});
