import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BotCodes } from '../../src/bots/codes.ts';
import type { ProblemCode } from '../../src/crmscript/problem-code.ts';
import type { LanguageCodes } from '../../src/crmscript/codes.ts';
import type { CourseCodes } from '../../src/course/codes.ts';
import type { DebugCodes } from '../../src/debug/codes.ts';
import type { EngineCodes } from '../../src/engine/codes.ts';
import type { StorageCodes } from '../../src/storage/codes.ts';
import type { PageCodes } from '../../src/ui/codes.ts';
import type { WorkerCodes } from '../../src/worker/codes.ts';
import { grammar } from '../../src/words/english-grammar.ts';
import { refusals } from '../../src/words/english-refusals.ts';
import { ofCourses } from '../../src/words/english-course.ts';
import { ofKeeping } from '../../src/words/english-keeping.ts';
import { failures, hints } from '../../src/words/english-scripts.ts';
import { ofRenaming } from '../../src/words/english-renaming.ts';
import { ofTests } from '../../src/words/english-tests.ts';
import { damages, ofTheApp } from '../../src/words/english-app.ts';
import { english } from '../../src/words/english.ts';
import { sentence } from '../../src/words/sentence.ts';

type Problems = { readonly [Code in ProblemCode]: { readonly near: string } };
type Codes = EngineCodes &
  BotCodes &
  CourseCodes &
  DebugCodes &
  LanguageCodes &
  WorkerCodes &
  PageCodes &
  StorageCodes &
  Problems;

/** The compiler sees to it that no code is without its sentence, and no sentence without what it is told with. */
const complete: { readonly [Code in keyof Codes]: (params: Codes[Code]) => string } = english;

/** Where codes are declared and told: naming one there is no use of it. */
const declared = /^src\/(words\/|crmscript\/problem-code\.ts$)/;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => /\.tsx?$/.test(path) && !declared.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const codesIn = (pattern: RegExp, texts: readonly { readonly text: string }[]): readonly string[] =>
  texts.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code = '']) => code));

/** `coded('no-agent', …)`. */
const coded = new Set(codesIn(/\bcoded\(\s*'([\w-]+)'/g, sources));

/** Every text in quotes of what reads and checks scripts: among them the codes of all problems. */
const written = new Set(
  codesIn(
    /'([\w-]+)'/g,
    sources.filter(({ path }) => path.startsWith('src/crmscript/')),
  ),
);

describe('the catalogue', () => {
  it('has a sentence for every code that is used', () => {
    expect(coded.size).toBeGreaterThan(80); // a pattern that finds nothing finds no faults
    expect([...coded].filter((code) => !(code in complete))).toEqual([]);
  });

  it('has no sentence that nobody says', () => {
    const codes = Object.keys(english).filter((code) => !(code in grammar));

    expect(codes.filter((code) => !coded.has(code))).toEqual([]);
    expect(Object.keys(grammar).filter((code) => !written.has(code))).toEqual([]);
  });

  it('gives no code to two things', () => {
    const parts = [
      refusals,
      ofTheApp,
      damages,
      hints,
      failures,
      grammar,
      ofRenaming,
      ofKeeping,
      ofTests,
      ofCourses,
    ].map((part) => Object.keys(part).length);

    expect(Object.keys(english)).toHaveLength(parts.reduce((sum, count) => sum + count));
  });
});

describe('a sentence', () => {
  it('says what belongs to its code', () => {
    expect(sentence({ code: 'agent-away', params: { agent: 2, name: 'Ola' } })).toBe(
      'Ola is Away. Chats can be transferred to agents who are Present.',
    );
  });

  it.each(['no-such-code', 'constructor', '__proto__'])(
    'of the unknown code %s shows it as it is',
    (code) => {
      expect(sentence({ code, params: { name: 'Ola', sessions: [1, 2] } })).toBe(
        `${code} (name: Ola, sessions: [1,2])`,
      );
      expect(sentence({ code, params: {} })).toBe(code);
    },
  );

  it('is made of a damaged log too', () => {
    for (const code of Object.keys(english)) {
      for (const params of [{}, null, { others: 3 }, { problems: 'x', sessions: 'y', options: 1 }]) {
        expect(typeof sentence({ code, params } as never)).toBe('string');
      }
    }
    expect(sentence(undefined as never)).toBe('undefined');
    expect(sentence('a text' as never)).toBe('undefined');
  });

  it('tells every error of a script that was not compiled, with its place', () => {
    const others = [
      { code: 'missing-semicolon', file: 'bot', line: 3, column: 9, params: { near: '' } },
      { code: 'of-tomorrow', file: 'bot', line: 4, column: 1, params: { near: 'x' } },
    ];

    expect(sentence({ code: 'unknown-name', params: { near: 'nmae', others, more: 7 } })).toBe(
      'There is no variable “nmae”.\nbot:3:9 A ";" is missing.\nbot:4:1 of-tomorrow: “x”\n7 more.',
    );
  });
});
