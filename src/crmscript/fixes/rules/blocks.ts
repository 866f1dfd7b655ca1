import type { FaultSite } from '../fault-site.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import type { Edit } from '../edited-text.ts';

/* Braces that are missing or too many: what is meant the layout says. */

/** The lines of a page say nothing about the blocks of its script. */
const isPage = (site: FaultSite): boolean => site.source.includes('%EJSCRIPT_START%');

const startsLine = (site: FaultSite, index: number): boolean =>
  index === 0 || site.at(index).line !== site.at(index - 1).line;

type Unclosed = { readonly open: number; readonly before: number };

/** The first block of which a line stands no deeper than the line that opened it, so that it must have ended before. */
function firstUnclosed(site: FaultSite): Unclosed | undefined {
  const open: number[] = [];
  for (let at = 0; at < site.length - 1; at++) {
    const top = open.at(-1);
    if (site.is('{', at)) {
      open.push(at);
      continue;
    }
    if (top === undefined) continue;
    const { column } = site.at(at);
    if (site.is('}', at)) {
      if (startsLine(site, at) && column < site.indentOf(top)) return { open: top, before: at };
      open.pop();
    } else if (top < at - 1 && startsLine(site, at) && isItem(site, at) && column <= site.indentOf(top)) {
      return { open: top, before: at };
    }
  }
  return undefined;
}

const isItem = (site: FaultSite, index: number): boolean =>
  site.is(';', index - 1) || site.is('}', index - 1);

function closing(site: FaultSite, { open, before }: Unclosed): Answer {
  const { start, column } = site.at(before);
  const fix = { label: 'Add "}"', start, end: start, text: `}\n${' '.repeat(column - 1)}` };
  return {
    code: 'unclosed-block',
    message: 'This "{" has no "}".',
    span: site.at(open),
    fix,
    isOfItsOwn: true,
  };
}

/** A block that should have been closed before this. */
function notClosed(site: FaultSite, { code, span }: Fault): Answer | undefined {
  if (isPage(site)) return code === 'unclosed-block' ? { isOfItsOwn: true } : undefined;
  if (site.braces.unclosed <= 0) return undefined;
  const { token, index } = site;
  const found = firstUnclosed(site);
  if (found !== undefined && found.before <= index) return closing(site, found);
  if (code === 'stray-keyword' && token.text !== 'in') {
    const open = site.opener(index);
    return open < 0 ? undefined : closing(site, { open, before: index });
  }
  if (code !== 'unclosed-block') return undefined;
  const end = site.source.length;
  const endsOnNewLine = site.source.slice(site.source.trimEnd().length).includes('\n');
  const fix = { label: 'Add "}" at the end', start: end, end, text: endsOnNewLine ? '}\n' : '\n}' };
  return { span, fix, isOfItsOwn: true };
}

const heads: ReadonlySet<string> = new Set(['if', 'while', 'for', 'foreach']);

/** The last token of a head without a brace that stands as deep as the `}` at an index: it opens the block that ends there. */
function headOf(site: FaultSite, index: number): number | undefined {
  const { column } = site.at(index);
  for (let at = index - 1; at >= 0; at--) {
    if (!startsLine(site, at) || site.at(at).column > column) continue;
    if (site.at(at).column < column) return undefined;
    let word = at;
    if (site.is('}', word)) word += 1;
    if (site.is('else', word) && !site.is('if', word + 1))
      return startsLine(site, word + 1) && !site.is('{', word + 1) ? word : undefined;
    if (site.is('else', word)) word += 1;
    if (!heads.has(site.at(word).text) || !site.is('(', word + 1)) return undefined;
    const past = site.pastPair(word + 1);
    return past > 0 && startsLine(site, past) && !site.is('{', past) ? past - 1 : undefined;
  }
  return undefined;
}

/** The head whose `{` is missing, where the layout says so of a `}`. */
function firstUnopened(site: FaultSite): number | undefined {
  const open: number[] = [];
  for (let at = 0; at < site.length - 1; at++) {
    if (site.is('{', at)) open.push(at);
    if (!site.is('}', at)) continue;
    const top = open.at(-1);
    const fits = top !== undefined && site.indentOf(top) === site.at(at).column;
    const head = startsLine(site, at) && !fits ? headOf(site, at) : undefined;
    if (head !== undefined) return head;
    open.pop();
  }
  return undefined;
}

function tooMany(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const head = isPage(site) ? undefined : firstUnopened(site);
  if (head !== undefined) {
    const { end } = site.at(head);
    const { column, line } = site.at(head);
    const fix = { label: 'Add "{"', start: end, end, text: ' {' };
    const message = 'The block that ends further down has no "{" here.';
    const length = end - site.at(head).start;
    return {
      code: 'expected',
      message,
      span: { ...token, start: end, end, line, column: column + length },
      fix,
      isOfItsOwn: true,
    };
  }
  return { fix: site.removing(index), isOfItsOwn: true };
}

/** `} } else {`: a brace too many before a word that goes on with the statement. */
function beforeElse(site: FaultSite): Answer | undefined {
  const { index, token } = site;
  if (site.braces.unclosed >= 0 || token.text === 'in') return undefined;
  if (!site.is('}', index - 1) || !site.is('}', index - 2)) return tooMany(site);
  const brace = site.at(index - 1);
  return {
    code: 'stray-brace',
    message: 'This "}" closes nothing.',
    span: brace,
    fix: site.removing(index - 1),
    isOfItsOwn: true,
  };
}

/** A block of which the `{` is missing, or both braces. */
function notOpened(site: FaultSite, { purpose }: Fault): Answer | undefined {
  if (purpose !== 'to open the block' && purpose !== 'after the name of the struct') return undefined;
  const fix = site.adding(' {');
  const { index, token } = site;
  if (site.braces.unclosed < 0) return { fix };
  if (purpose === 'after the name of the struct') return undefined;
  const past =
    token.kind === 'end' || token.text === '}' || token.text === ';' ? index : site.pastStatement(index);
  const { end } = site.at(Math.max(index, past) - 1);
  const repair: Edit[] = [
    { start: fix.start, end: fix.start, text: ' {' },
    { start: end, end, text: ' }' },
  ];
  return { fix, repair };
}

export const blockRules: Rules = [
  { codes: ['unclosed-block', 'stray-keyword', 'expected-member', 'missing-catch'], rule: notClosed },
  { codes: ['stray-brace'], rule: tooMany },
  { codes: ['stray-keyword'], rule: beforeElse },
];

/** After those that know more of what stands in the place of the brace. */
export const unopenedRules: Rules = [{ codes: ['expected'], rule: notOpened }];
