import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleSentences } from '../src/ui/rules/rule-sentences.ts';
import type { RuleSentence } from '../src/ui/rules/rules.ts';
import { words } from '../src/ui/words/words.ts';
import { numbersOf } from './support/specification.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const pages = {
  'chat-domain': numbersOf(read('docs/spec/chat-domain.md')),
  crm: numbersOf(read('docs/spec/crmscript.md')),
  rulings: numbersOf(read('docs/spec/rulings.md')),
  reliability: numbersOf(read('docs/spec/reliability.md')),
  'scenario.md': numbersOf(read('docs/spec/scenario.md')),
  ARCHITECTURE: numbersOf(read('ARCHITECTURE.md')),
};
type Page = keyof typeof pages;

const files = ['src', 'tests', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|mjs|crmscript)$/.test(path))
    .map((path) => join(folder, path)),
);
/** The text of a file with comments on one line, so that a citation that wraps is whole. */
const flat = (path: string) =>
  read(path)
    .replace(/\n[ \t]*(\*|\/\/)(?!\/)/g, ' ')
    .replace(/ {2,}/g, ' ');

const reference = /(?:§ ?\d+(?:\.\d+)?|T-\d+|#\d+|[A-Z]\d+[a-c]?|"[^"]+"|trap \d+|\d+(?![\d:]))/.source;
const list = `${reference}(?:(?:, (?:to |and )?| and | to |; ?|-)${reference})*`;
const citation = new RegExp(
  `\\b(chat-domain|crmscript|crm|rulings|reliability|scenario\\.md|ARCHITECTURE) (${list})`,
  'g',
);

/** Where a number that stands in a list behind the name of a page is to be found: Q7 of rulings is one of the chat. */
function pageOf(page: Page, number: string): Page {
  const isOfTheChat = /^([TQS]\d|T-)/.test(number) && page !== 'crm' && page !== 'reliability';
  return isOfTheChat ? 'chat-domain' : page;
}

/** Every number that a file cites with the name of its page. */
function citedIn(path: string): { readonly page: Page; readonly number: string; readonly path: string }[] {
  return Array.from(flat(path).matchAll(citation)).flatMap(([, name = '', numbers = '']) => {
    const page = (name === 'crmscript' ? 'crm' : name) as Page;
    return Array.from(numbers.matchAll(new RegExp(reference, 'g')), ([number]) => ({
      page: pageOf(page, number),
      number: number.replace(/^§ |^trap /, (mark) => (mark === '§ ' ? '§' : '')),
      path,
    }));
  });
}

/** Rules, questions and tests of the chat as the engine cites them, without the name of the page. */
function bareIn(path: string): { readonly page: Page; readonly number: string; readonly path: string }[] {
  const numbers = flat(path)
    .replace(citation, '')
    .match(/(?<![\w§])(?:T\d{2}|T-\d+|S\d{1,2}[a-c]?|Q\d{1,2})(?!\w)|(?<=\()§[\d.]+/g);
  return (numbers ?? []).map((number) => ({ page: 'chat-domain', number, path }));
}

describe('the specification', () => {
  it('holds every number that code and tests cite', () => {
    const cited = files.flatMap(citedIn);
    const missing = cited.filter(({ page, number }) => !pages[page].has(number));

    expect(cited.length).toBeGreaterThan(300); // an expression that finds nothing misses nothing
    expect(missing).toEqual([]);
  });

  it('holds every rule that the engine and its tests name without the page', () => {
    const cited = files.filter((path) => /^(src|tests)\/engine\//.test(path)).flatMap(bareIn);

    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter(({ page, number }) => !pages[page].has(number))).toEqual([]);
  });

  it('is all that is cited: no other page is', () => {
    const other = files.filter((path) =>
      /\b(design|stack|style|peers)(\.md)? (§|invariant)/.test(flat(path)),
    );

    expect(other).toEqual([]);
  });

  it('has every decision that users are told of', () => {
    const rows =
      read('docs/fidelity.md')
        .match(/^\| [^|-].*$/gm)
        ?.slice(1) ?? [];
    const numbers = rows.map((row) => /\((crm )?(Q\d+)\) +\| /.exec(row)?.slice(1) ?? row);

    expect(rows.length).toBeGreaterThan(60);
    expect(
      numbers.filter(([of, number = '']) => !pages[of === undefined ? 'chat-domain' : 'crm'].has(number)),
    ).toEqual([]);
  });
});

describe('the rules in sentences', () => {
  const page = read('docs/spec/chat-domain.md');
  const rows = Array.from(
    page
      .slice(page.indexOf('## 16.'))
      .matchAll(
        /^\| ([TSQ]\d+[a-c]?|rulings \d+) \| (.+?) \| (.+?) \| (Documented|Inferred|Decided here) \|$/gm,
      ),
    ([, rule = '', short = '', text = '', sure = '']) => ({ rule, short, text, sure }),
  );
  const sureOf = { Documented: 'documented', Inferred: 'inferred', 'Decided here': 'decided' } as const;

  it('are what the page says of them, and how sure it is', () => {
    const said = Object.fromEntries(
      rows.map(({ rule, text, sure }) => [rule, { sure: sureOf[sure as keyof typeof sureOf], text }]),
    );

    expect(rows.length).toBeGreaterThan(50);
    expect(ruleSentences).toEqual(said);
  });

  it('have the reasons that stand beside a change of status', () => {
    const reasons = rows.filter(({ short }) => short !== '–').map(({ rule, short }) => [rule, short]);

    expect(words.rules).toEqual(Object.fromEntries(reasons));
  });

  it('are there for every rule that an event or an answer of Why not? can name', () => {
    const named = files
      .filter((path) => path.startsWith('src/engine/'))
      .flatMap((path) => read(path).match(/(?<=')(T\d{2}|S\d{1,2}[a-c]?|Q\d{1,2}|rulings \d+)(?=')/g) ?? []);

    expect(new Set(named)).toEqual(new Set(Object.keys(ruleSentences)));
  });

  it('are as sure as the evidence of their transitions', () => {
    const evidence = Array.from(
      page.matchAll(/^\| (T\d\d) \| [^|]*\| [^|]*\| [^|]*\| [^|]*\| (.*) \|$/gm),
      ([, rule = '', marks = '']): [string, string] => [
        rule,
        marks.includes('[D') ? 'decided' : marks.includes('[I') ? 'inferred' : 'documented',
      ],
    );

    const known: Readonly<Record<string, RuleSentence>> = ruleSentences;
    expect(evidence.length).toBe(33);
    expect(evidence.filter(([rule, sure]) => (known[rule]?.sure ?? 'documented') !== sure)).toEqual([]);
  });
});
