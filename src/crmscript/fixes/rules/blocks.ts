import type { Place } from '../place.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import type { Edit } from '../edited-text.ts';

/* Braces that are missing or too many: what is meant the layout says. */

/** The lines of a page say nothing about the blocks of its script. */
const isPage = (place: Place): boolean => place.source.includes('%EJSCRIPT_START%');

const startsLine = (place: Place, index: number): boolean =>
  index === 0 || place.at(index).line !== place.at(index - 1).line;

type Unclosed = { readonly open: number; readonly before: number };

/** The first block of which a line stands no deeper than the line that opened it, so that it must have ended before. */
function firstUnclosed(place: Place): Unclosed | undefined {
  const open: number[] = [];
  for (let at = 0; at < place.length - 1; at++) {
    const top = open.at(-1);
    if (place.is('{', at)) {
      open.push(at);
      continue;
    }
    if (top === undefined) continue;
    const { column } = place.at(at);
    if (place.is('}', at)) {
      if (startsLine(place, at) && column < place.indentOf(top)) return { open: top, before: at };
      open.pop();
    } else if (top < at - 1 && startsLine(place, at) && isItem(place, at) && column <= place.indentOf(top)) {
      return { open: top, before: at };
    }
  }
  return undefined;
}

const isItem = (place: Place, index: number): boolean => place.is(';', index - 1) || place.is('}', index - 1);

function closing(place: Place, { open, before }: Unclosed): Answer {
  const { start, column } = place.at(before);
  const fix = { label: 'Add "}"', start, end: start, text: `}\n${' '.repeat(column - 1)}` };
  return {
    code: 'unclosed-block',
    message: 'This "{" has no "}".',
    span: place.at(open),
    fix,
    isOfItsOwn: true,
  };
}

/** A block that should have been closed before this. */
function notClosed(place: Place, { code, span }: Fault): Answer | undefined {
  if (isPage(place)) return code === 'unclosed-block' ? { isOfItsOwn: true } : undefined;
  if (place.braces.unclosed <= 0) return undefined;
  const { token, index } = place;
  const found = firstUnclosed(place);
  if (found !== undefined && found.before <= index) return closing(place, found);
  if (code === 'stray-keyword' && token.text !== 'in') {
    const open = place.opener(index);
    return open < 0 ? undefined : closing(place, { open, before: index });
  }
  if (code !== 'unclosed-block') return undefined;
  const end = place.source.length;
  const endsOnNewLine = place.source.slice(place.source.trimEnd().length).includes('\n');
  const fix = { label: 'Add "}" at the end', start: end, end, text: endsOnNewLine ? '}\n' : '\n}' };
  return { span, fix, isOfItsOwn: true };
}

const heads: ReadonlySet<string> = new Set(['if', 'while', 'for', 'foreach']);

/** The last token of a head without a brace that stands as deep as the `}` at an index: it opens the block that ends there. */
function headOf(place: Place, index: number): number | undefined {
  const { column } = place.at(index);
  for (let at = index - 1; at >= 0; at--) {
    if (!startsLine(place, at) || place.at(at).column > column) continue;
    if (place.at(at).column < column) return undefined;
    let word = at;
    if (place.is('}', word)) word += 1;
    if (place.is('else', word) && !place.is('if', word + 1))
      return startsLine(place, word + 1) && !place.is('{', word + 1) ? word : undefined;
    if (place.is('else', word)) word += 1;
    if (!heads.has(place.at(word).text) || !place.is('(', word + 1)) return undefined;
    const past = place.pastPair(word + 1);
    return past > 0 && startsLine(place, past) && !place.is('{', past) ? past - 1 : undefined;
  }
  return undefined;
}

/** The head whose `{` is missing, where the layout says so of a `}`. */
function firstUnopened(place: Place): number | undefined {
  const open: number[] = [];
  for (let at = 0; at < place.length - 1; at++) {
    if (place.is('{', at)) open.push(at);
    if (!place.is('}', at)) continue;
    const top = open.at(-1);
    const fits = top !== undefined && place.indentOf(top) === place.at(at).column;
    const head = startsLine(place, at) && !fits ? headOf(place, at) : undefined;
    if (head !== undefined) return head;
    open.pop();
  }
  return undefined;
}

function tooMany(place: Place): Answer | undefined {
  const { token, index } = place;
  const head = isPage(place) ? undefined : firstUnopened(place);
  if (head !== undefined) {
    const { end } = place.at(head);
    const { column, line } = place.at(head);
    const fix = { label: 'Add "{"', start: end, end, text: ' {' };
    const message = 'The block that ends further down has no "{" here.';
    const length = end - place.at(head).start;
    return {
      code: 'expected',
      message,
      span: { ...token, start: end, end, line, column: column + length },
      fix,
      isOfItsOwn: true,
    };
  }
  return { fix: place.removing(index), isOfItsOwn: true };
}

/** `} } else {`: a brace too many before a word that goes on with the statement. */
function beforeElse(place: Place): Answer | undefined {
  const { index, token } = place;
  if (place.braces.unclosed >= 0 || token.text === 'in') return undefined;
  if (!place.is('}', index - 1) || !place.is('}', index - 2)) return tooMany(place);
  const brace = place.at(index - 1);
  return {
    code: 'stray-brace',
    message: 'This "}" closes nothing.',
    span: brace,
    fix: place.removing(index - 1),
    isOfItsOwn: true,
  };
}

/** A block of which the `{` is missing, or both braces. */
function notOpened(place: Place, { purpose }: Fault): Answer | undefined {
  if (purpose !== 'to open the block' && purpose !== 'after the name of the struct') return undefined;
  const fix = place.adding(' {');
  const { index, token } = place;
  if (place.braces.unclosed < 0) return { fix };
  if (purpose === 'after the name of the struct') return undefined;
  const past =
    token.kind === 'end' || token.text === '}' || token.text === ';' ? index : place.pastStatement(index);
  const { end } = place.at(Math.max(index, past) - 1);
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
