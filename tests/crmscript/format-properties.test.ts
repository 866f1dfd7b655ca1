import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { format, formatRange, type FormatOptions } from '../../src/crmscript/format.ts';
import { Problems } from '../../src/crmscript/syntax/problems.ts';
import { scan } from '../../src/crmscript/syntax/scanner.ts';
import { allScripts, applied, formatted, piecesOf } from './formatted.ts';
import { outcomeOf, toldPrograms } from './program-files.ts';
import { program } from './random-programs.ts';
import { library, runSource } from './run-source.ts';

const options = fc.record({
  indent: fc.constantFrom('  ', '    ', '\t'),
  width: fc.constantFrom(10, 20, 40, 80, 120),
});

/** What holds of any text. */
function expectWellFormatted(source: string, chosen?: FormatOptions): void {
  const result = format(source, chosen);
  if (result.kind === 'refused') {
    expect(compile(source, { file: 'main', library }).program).toBeUndefined();
    return;
  }
  expect(piecesOf(result.text)).toEqual(piecesOf(source));
  expect(format(result.text, chosen)).toEqual(result);
}

const mistakes = (source: string): readonly string[] =>
  compile(source, { file: 'main', library }).diagnostics.map(({ code }) => code);

describe('every script of this project', () => {
  it('has the same tokens and comments afterwards, and does not change when it is formatted again', () => {
    expect(allScripts.length).toBeGreaterThan(850);
    for (const source of allScripts) {
      expectWellFormatted(source);
      expectWellFormatted(source, { indent: '\t', width: 20 });
    }
  });

  it('is told the same as before', () => {
    for (const source of allScripts) {
      const result = format(source);
      if (result.kind === 'formatted') expect(mistakes(result.text)).toEqual(mistakes(source));
    }
  });
});

describe('a script in a page', () => {
  const inPage = (source: string): string =>
    `<p>\n%EJSCRIPT_START%\n<%\n${source}\n%>\n<b> {  a( )\n%EJSCRIPT_END%\n</p>`;

  it('is formatted as it is by itself, and the page around it stays', () => {
    const pages = allScripts
      .filter((source) => !/%>|<%|%EJSCRIPT|\r|\ufeff/.test(source))
      // Code of comments alone stays as it is.
      .filter((source) => piecesOf(source).tokens.length > 1);
    for (const source of pages) {
      const result = format(source);
      if (result.kind === 'refused') continue;
      expectWellFormatted(inPage(source), { width: 30 });
      expect(formatted(inPage(source))).toBe(inPage(result.text.slice(0, -1)));
    }
  });
});

/** The lines on which something failed are others. */
const withoutLines = (outcome: string): string => outcome.replaceAll(/\b(line |\w+:)\d+/g, '$1#');

describe('a formatted program', () => {
  const changed = (source: string): string => {
    const result = format(source, { width: 40 });
    return result.kind === 'formatted' ? result.text : source;
  };

  it('prints what it printed, and ends as it ended', () => {
    for (const name of toldPrograms.keys()) {
      expect(withoutLines(outcomeOf(name, library, changed)), name).toBe(
        withoutLines(outcomeOf(name, library)),
      );
    }
  });

  it('runs as many statements as before', () => {
    fc.assert(
      fc.property(program, options, (source, chosen) => {
        expectWellFormatted(source, chosen);
        const limits = { price: 3000 };
        const before = runSource(source, { limits });
        const after = runSource(formatted(source, chosen), { limits });

        expect(withoutLines(after.output)).toBe(withoutLines(before.output));
        expect(after.result?.price).toBe(before.result?.price);
        expect(after.diagnostics.map(({ code }) => code)).toEqual(before.diagnostics.map(({ code }) => code));
      }),
      { numRuns: 300 },
    );
  });
});

const blanks = fc.constantFrom(
  ' ',
  '\n',
  '\n\n\n\n',
  '\t',
  '\r\n',
  '\u00a0',
  '/* c */',
  '// l\n',
  '/* m\n  n */',
  '/*\n* s\n*/',
  ' /*a*/ /*b*/ ',
  '\n/* own */\n',
  '\n// o\n',
);

/** A script with something between some of its tokens. */
const scattered = fc
  .tuple(
    fc.constantFrom(...allScripts.filter(({ length }) => length < 4000)),
    fc.array(fc.tuple(fc.nat(), blanks), { minLength: 1, maxLength: 12 }),
  )
  .map(([source, put]) => {
    const ends = scan(source, 'main', new Problems()).map(({ end }) => end);
    const places = put.map(([at, text]): [number, string] => [ends[at % ends.length] ?? 0, text]);
    return places
      .sort(([a], [b]) => b - a)
      .reduce((text, [at, blank]) => `${text.slice(0, at)} ${blank}${text.slice(at)}`, source);
  });

describe('a script with blanks, line ends and comments anywhere', () => {
  it('has the same tokens and comments afterwards, and does not change when it is formatted again', () => {
    fc.assert(fc.property(scattered, options, expectWellFormatted), { numRuns: 1500 });
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '(',
      ')',
      ';',
      ',',
      '.',
      '"',
      "'",
      '/*',
      '*/',
      '//',
      '\n',
      ' ',
      'if',
      'else',
      'a',
      'Integer ',
    ],
    ...[
      '=',
      '+',
      '-',
      '#include',
      '%EJSCRIPT_START%',
      '<%',
      '%>',
      '%EJSCRIPT_END%',
      '[',
      ']',
      '\r',
      '\ufeff',
      '1',
    ],
  );

  it('is formatted or refused', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), options, (pieces, chosen) => {
        expectWellFormatted(pieces.join(''), chosen);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatting some lines', () => {
  it('changes nothing but these lines and the line ends around them', () => {
    fc.assert(
      fc.property(scattered, fc.nat(), fc.nat(), (source, first, second) => {
        const [start, end] = [first % (source.length + 1), second % (source.length + 1)].sort(
          (a, b) => a - b,
        );
        const result = formatRange(source, start ?? 0, end ?? 0);
        if (result.kind === 'refused') return;
        expect(piecesOf(applied(source, result.edits))).toEqual(piecesOf(source));
        for (const edit of result.edits) {
          expect(source.slice(edit.start, edit.end)).not.toBe(edit.text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
