import { FoldingRangeKind, type FoldingRange, type SelectionRange } from 'vscode-languageserver-protocol';
import type { Fold } from '../../../crmscript/folds.ts';
import { askedBy, type Feature } from '../feature.ts';
import { positionOf, wrong, type Params } from '../given.ts';
import type { Places } from '../places.ts';

const kinds: Readonly<Record<Fold['kind'], FoldingRangeKind | undefined>> = {
  block: undefined,
  comment: FoldingRangeKind.Comment,
  includes: FoldingRangeKind.Imports,
  region: FoldingRangeKind.Region,
};

export const foldingRanges: Feature = async (session, params): Promise<FoldingRange[]> => {
  const { tools, program, places } = await askedBy(session, params);
  return tools.folds(program).flatMap(({ start, end, kind }) => {
    const [from, to] = [places.position(start), places.position(end)];
    const folds = kinds[kind];
    // The line of a closing brace stays in sight.
    const endLine = kind === 'block' ? to.line - 1 : to.line;
    if (endLine <= from.line) return [];
    const characters =
      session.client.foldsLinesOnly || kind === 'block'
        ? {}
        : { startCharacter: from.character, endCharacter: to.character };
    return [{ startLine: from.line, endLine, ...characters, ...(folds !== undefined && { kind: folds }) }];
  });
};

/** What a growing selection takes, for each place that is asked about. */
export const selectionRanges: Feature = async (session, params): Promise<SelectionRange[]> => {
  const { positions } = params as Params;
  if (!Array.isArray(positions)) throw wrong('It names no places.');
  const asked: readonly unknown[] = positions;
  const { tools, program, places } = await askedBy(session, params);
  return asked.map((position) =>
    nested(tools.selections(program, places.offset(positionOf(position))), places),
  );
};

/** Ranges as the protocol has them: each knows the next larger one. */
function nested(
  ranges: readonly { readonly start: number; readonly end: number }[],
  places: Places,
): SelectionRange {
  const whole: SelectionRange = { range: places.range(0, places.text.length) };
  return ranges
    .slice(0, -1)
    .reduceRight(
      (parent, { start, end }): SelectionRange => ({ range: places.range(start, end), parent }),
      whole,
    );
}
