import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { diagnose } from '../../src/crmscript/diagnose.ts';
import type { Diagnostic } from '../../src/crmscript/diagnostic.ts';
import { libraryWith } from '../../src/bots/bot-library.ts';
import { library } from './run-source.ts';
import { tables } from './tables.ts';

/*
 * Scripts with one mistake each, in files beside this one: behind `===` what is wrong, then the script, behind
 * `---` the one message about it, and behind `+++` the label of the quick fix with the script that it makes.
 */

const topics = ['brackets', 'words', 'statements', 'types', 'names', 'foreign'];

type Mistake = {
  readonly name: string;
  readonly source: string;
  readonly message: string;
  readonly label: string | undefined;
  readonly mended: string | undefined;
};

function read(topic: string): Mistake[] {
  const text = readFileSync(join(import.meta.dirname, `fixes-of-${topic}.txt`), 'utf8');
  return text.split(/^=== /m).slice(1).map(mistakeOf);
}

function mistakeOf(part: string): Mistake {
  const [head = '', fix] = part.split(/^\+\+\+ /m);
  const [body = '', message = ''] = head.split(/^--- /m);
  const [name = '', ...source] = body.trimEnd().split('\n');
  const [label, ...mended] = fix?.replace(/\n$/, '').split('\n') ?? [];
  return {
    name,
    source: source.join('\n'),
    message: message.trimEnd(),
    label,
    mended: fix === undefined ? undefined : mended.join('\n'),
  };
}

const diagnosticsOf = (source: string): readonly Diagnostic[] =>
  diagnose(source, {
    file: 'main',
    library,
    includes: (id) => (id === 'part' ? { file: 'part', source: '' } : undefined),
  });

const shown = ({ severity, message, span }: Diagnostic): string =>
  `${severity} (${String(span.line)}:${String(span.column)}): ${message}`;

const apply = (source: string, { start, end, text }: NonNullable<Diagnostic['fix']>): string =>
  source.slice(0, start) + text + source.slice(end);

describe.each(topics)('a mistake of %s', (topic) => {
  const mistakes = read(topic);

  it.each(mistakes)('is one message: $name', ({ source, message }) => {
    expect(diagnosticsOf(source).map(shown)).toEqual([message]);
  });

  it.each(mistakes.filter(({ mended }) => mended !== undefined))(
    'is gone with its quick fix: $name',
    ({ source, label, mended }) => {
      const [fix] = diagnosticsOf(source).map((problem) => problem.fix);

      expect(fix?.label).toBe(label);
      expect(fix && apply(source, fix)).toBe(mended);
      expect(diagnosticsOf(mended ?? '').map(shown)).toEqual([]);
    },
  );

  it.each(mistakes.filter(({ mended }) => mended === undefined))(
    'has no quick fix where there is no telling what was meant: $name',
    ({ source }) => {
      expect(diagnosticsOf(source)[0]?.fix).toBeUndefined();
    },
  );
});

describe('the mistakes', () => {
  it.each(topics)('of %s have each a name of its own and a script', (topic) => {
    const mistakes = read(topic);
    const names = mistakes.map(({ name }) => name);

    expect(names).not.toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(mistakes.filter(({ source }) => source.trim() === '')).toEqual([]);
  });
});

describe('a condition without parentheses', () => {
  it.each(['if nobody == 1 { }', 'String s; if s == "a" or "b" { }', 'Integer n; if n && !n { }'])(
    'is one message, whatever else is wrong with it: %s',
    (source) => {
      expect(diagnosticsOf(source)).toMatchObject([{ code: 'expected', fix: { label: 'Add parentheses' } }]);
    },
  );

  it('leaves what it governs to be judged', () => {
    expect(diagnosticsOf('if true { print(nobody); }').map(({ code }) => code)).toEqual([
      'expected',
      'unknown-name',
    ]);
  });
});

describe('a written argument', () => {
  const hintsOf = (source: string) =>
    diagnose(`EventData ed = getEventData();\n${source}`, {
      file: 'main',
      library: libraryWith(tables),
    }).map(({ code, severity, fix }) => ({ code, severity, text: fix?.text }));

  it('that spells the topic as the documentation does is pointed out', () => {
    expect(hintsOf('printLine(ed.getInputValue("topicid"));')).toEqual([
      { code: 'topic-id', severity: 'hint', text: '"topicId"' },
    ]);
    expect(hintsOf("printLine(ed.getInputValue('topicid'));")[0]?.text).toBe("'topicId'");
    expect(hintsOf('printLine(ed.getInputValue("topicId"));')).toEqual([]);
  });

  it('that is longer than what SuperOffice keeps of it is pointed out', () => {
    const options = (length: number) => `addChatMessage(1, "Choose", 3, "", 17, "${'o'.repeat(length)}");`;

    expect(hintsOf(options(255))).toEqual([]);
    expect(hintsOf(options(256))).toEqual([{ code: 'special-params', severity: 'hint', text: undefined }]);
  });
});

describe('a statement of which the first fault is left to the checker', () => {
  it.each([
    'foreach (w in ) { }',
    'foreach (w in) { }',
    'foreach (w in a b) { }',
    'foreach (w in a {',
    'foreach (w in a; {',
    'for (w in a {',
  ])('has an error for its author: %s', (source) => {
    expect(diagnosticsOf(source).some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('a script that is only to run', () => {
  it.each([
    ['int n = 1;', 'unknown-type', 'There is no type "int".'],
    ['var n = 1;', 'unknown-type', 'There is no type "var".'],
    ['String s = null;', 'unknown-name', 'There is no variable "null".'],
    ['String s; Integer n = s.length();', 'unknown-method', 'String has no method "length".'],
    ['Integer n = Math.abs(1);', 'unknown-name', 'There is no variable "Math".'],
    ['Integer n = parseInt("1");', 'unknown-function', 'There is no function "parseInt".'],
  ])('is told what CRMScript has not, and nothing of other languages: %s', (source, code, message) => {
    const [problem] = compile(source, { file: 'main', library }).diagnostics;

    expect(problem?.code).toBe(code);
    expect(problem?.message).toContain(message);
    expect(problem?.message).not.toMatch(/Write|has no null/);
    expect(diagnosticsOf(source)[0]?.message).toMatch(/Write|has no null/);
  });
});
