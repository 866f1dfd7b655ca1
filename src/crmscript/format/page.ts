import { regionsOf } from '../syntax/template.ts';
import type { Token } from '../syntax/token.ts';
import { arrange } from './arrange.ts';
import { gapsOf, lineEndOf, readGap, type Gap } from './gaps.ts';
import { layOut, type Layout } from './layout.ts';
import type { Measure } from './line-width.ts';
import { Printer, type FormattedGap } from './printer.ts';
import { lineAt, type Separator } from './separator.ts';

type Page = {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly gaps: readonly Gap[];
  readonly separators: readonly Separator[];
  readonly layout: Layout;
  readonly measure: Measure;
};

/**
 * The gaps of a page with script in it. Code whose marks stand on lines of their own is formatted there, as far in as the first of them; what stands
 * between other text is left as it is, and so is the text.
 */
export function gapsOfPage(source: string, tokens: readonly Token[], measure: Measure) {
  const gaps = gapsOf(source, tokens);
  const separators = arrange(tokens, gaps, measure);
  const page = {
    source,
    tokens,
    gaps,
    separators,
    layout: layOut(source, tokens, gaps, separators),
    measure,
  };
  const formatted: FormattedGap[] = [];
  let first = 0;
  for (const { kind, start, end } of regionsOf(source)) {
    if (kind === 'text') continue;
    while ((tokens[first]?.start ?? Infinity) < start) first += 1;
    let behind = first;
    while (tokens[behind]?.kind !== 'end' && (tokens[behind]?.end ?? Infinity) <= end) behind += 1;
    formatted.push(...gapsOfCode(page, { start, end }, first, behind));
    first = behind;
  }
  return { gaps: formatted, separators };
}

/** The gaps of a piece of code that has the tokens from `first` up to `behind`. */
function gapsOfCode(
  page: Page,
  { start, end }: { readonly start: number; readonly end: number },
  first: number,
  behind: number,
): readonly FormattedGap[] {
  const { source, tokens, gaps, separators, layout, measure } = page;
  const [from, to] = [tokens[first], tokens[behind - 1]];
  if (first === behind || from === undefined || to === undefined) return [];
  const head = readGap(source, start, from.start);
  const tail = readGap(source, to.end, end);
  const hasOwnLines = (head.comments[0] ?? head).newlines > 0 && tail.newlines > 0;
  if (!hasOwnLines || separators[first]?.kind !== 'line') return [];
  const level = lowestLevel(separators.slice(first, behind));
  const margin = { text: marginOf(source, start), level };
  const printer = new Printer({ ...measure, margin }, lineEndOf(source, [head]), layout, false);
  const inside = [head, ...gaps.slice(first + 1, behind)];
  const formatted = printer.print(source, tokens, inside, separators, first);
  // What stands last in the code belongs where the text behind it does.
  const next = separators[behind];
  const commentLevel = next?.kind === 'line' ? Math.max(level, next.commentLevel) : level;
  const text = printer.before(behind, tail, lineAt(level, commentLevel), '%>');
  return [...formatted, { start: tail.start, end: tail.end, text }];
}

const lowestLevel = (separators: readonly Separator[]): number =>
  separators.reduce((least, one) => (one.kind === 'line' ? Math.min(least, one.level) : least), Infinity);

/** What the line of a place begins with. */
function marginOf(source: string, place: number): string {
  let at = place;
  while (at > 0 && source[at - 1] !== '\n' && source[at - 1] !== '\r') at -= 1;
  return /^[ \t]*/.exec(source.slice(at, place))?.[0] ?? '';
}
