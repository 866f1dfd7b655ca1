import { diffLines } from 'diff';

export type DiffRow =
  | { readonly kind: 'both' | 'theirs' | 'mine'; readonly text: string }
  /** So many lines that are the same in both, folded away. */
  | { readonly kind: 'fold'; readonly lines: number };

/** So many equal lines are shown around a difference. */
const around = 3;
/** Texts that differ in more lines than this are shown one after the other: finding the least difference costs the square of it. */
const mostEdits = 2000;

const linesOf = (text: string): readonly string[] => {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/** The last line is a line like the others. */
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

function fold(lines: readonly string[], isFirst: boolean, isLast: boolean): readonly DiffRow[] {
  const before = isFirst ? 0 : around;
  const after = isLast ? 0 : around;
  const both = (text: string): DiffRow => ({ kind: 'both', text });
  const hidden = lines.length - before - after;
  if (hidden < 2) return lines.map(both);
  return [
    ...lines.slice(0, before).map(both),
    { kind: 'fold', lines: hidden },
    ...lines.slice(lines.length - after).map(both),
  ];
}

/** Two texts as lines: what only one of them has, and a little of what both have. */
export function lineDiff(theirs: string, mine: string): readonly DiffRow[] {
  const only = (kind: 'theirs' | 'mine', text: string): readonly DiffRow[] =>
    linesOf(text).map((line) => ({ kind, text: line }));
  const changes = diffLines(ended(theirs), ended(mine), { maxEditLength: mostEdits, stripTrailingCr: true });
  if (changes === undefined) return [...only('theirs', theirs), ...only('mine', mine)];
  return changes.flatMap(({ value, added, removed }, index) => {
    if (added) return only('mine', value);
    if (removed) return only('theirs', value);
    return fold(linesOf(value), index === 0, index === changes.length - 1);
  });
}
