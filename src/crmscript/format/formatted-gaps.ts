import type { Diagnostic } from '../diagnostic.ts';
import { parseTokens } from '../syntax/parse.ts';
import type { Token } from '../syntax/token.ts';
import { Problems } from '../syntax/problems.ts';
import { scan } from '../syntax/scanner.ts';
import { isTemplate } from '../syntax/template.ts';
import { arrange } from './arrange.ts';
import { gapsOf, lineEndOf } from './gaps.ts';
import { layOut } from './layout.ts';
import type { Measure } from './line-width.ts';
import { Printer } from './printer.ts';
import type { Separator } from './separator.ts';

/** What is to stand between two tokens, in place of what stands from `start` to `end`. */
export type FormattedGap = { readonly start: number; readonly end: number; readonly text: string };

export type FormattedGaps =
  | {
      readonly kind: 'gaps';
      readonly tokens: readonly Token[];
      /** The gap before each token; none of a page, which stays as it is. */
      readonly gaps: readonly FormattedGap[];
      readonly separators: readonly Separator[];
    }
  | { readonly kind: 'refused'; readonly error: Diagnostic };

const byteOrderMark = '\ufeff';

/** What is to stand before each token of a text, and at its end. */
export function formattedGaps(source: string, measure: Measure): FormattedGaps {
  const problems = new Problems();
  const tokens = scan(source, '', problems);
  parseTokens(tokens, source, (fault, { current }) => {
    if (current.kind !== 'bad') problems.fault(fault);
  });
  if (problems.syntaxErrors > 0) {
    const error = problems.sorted(['']).find(({ severity }) => severity === 'error');
    if (error !== undefined) return { kind: 'refused', error };
  }
  if (isTemplate(source)) return { kind: 'gaps', tokens, gaps: [], separators: [] };
  const gaps = gapsOf(source, tokens);
  const separators = arrange(tokens, gaps, measure);
  const layout = layOut(source, tokens, gaps, separators);
  const printer = new Printer(measure, lineEndOf(source, gaps), layout);
  const formatted = tokens.map((token, index): FormattedGap => {
    const { start, end } = token;
    const gap = gaps[index] ?? { start, end: start, comments: [], newlines: 0 };
    const written = source.slice(start, end);
    const text = printer.before(index, gap, separators[index] as Separator, written);
    printer.wrote(token, written, index, separators[index + 1]);
    return { start: gap.start, end: gap.end, text };
  });
  const [first] = formatted;
  const hasMark = first !== undefined && source.startsWith(byteOrderMark);
  const behindMark = hasMark ? [{ ...first, start: 1 }, ...formatted.slice(1)] : formatted;
  return { kind: 'gaps', tokens, gaps: behindMark, separators };
}
