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
import { gapsOfPage } from './page.ts';
import { Printer, type FormattedGap } from './printer.ts';
import type { Separator } from './separator.ts';

export type FormattedGaps =
  | {
      readonly kind: 'gaps';
      readonly tokens: readonly Token[];
      /** What changes, in its order; much stays as it is. */
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
  if (isTemplate(source)) return { kind: 'gaps', tokens, ...gapsOfPage(source, tokens, measure) };
  const gaps = gapsOf(source, tokens);
  const separators = arrange(tokens, gaps, measure);
  const layout = layOut(source, tokens, gaps, separators);
  const printer = new Printer(measure, lineEndOf(source, gaps), layout, true);
  const formatted = printer.print(source, tokens, gaps, separators);
  const [first] = formatted;
  const hasMark = first !== undefined && source.startsWith(byteOrderMark);
  const behindMark = hasMark ? [{ ...first, start: 1 }, ...formatted.slice(1)] : formatted;
  return { kind: 'gaps', tokens, gaps: behindMark, separators };
}
