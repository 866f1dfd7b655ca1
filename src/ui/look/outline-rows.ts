import type { OutlineItem } from '../../crmscript/outline.ts';

/** A row of the outline: members stand under their struct. */
export type OutlineRow = {
  readonly item: OutlineItem;
  readonly depth: number;
  readonly line: number;
  readonly column: number;
};

/** All rows, with the places of their names as an editor counts them. */
export function outlineRows(items: readonly OutlineItem[], source: string): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  const goTo = (offset: number): void => {
    for (; at < offset; at += 1) {
      const c = source.charCodeAt(at);
      if (c !== 10 && (c !== 13 || source.charCodeAt(at + 1) === 10)) continue;
      line += 1;
      lineStart = at + 1;
    }
  };
  const add = (item: OutlineItem, depth: number): void => {
    goTo(item.nameStart);
    rows.push({ item, depth, line, column: item.nameStart - lineStart + 1 });
    for (const child of item.children) add(child, depth + 1);
  };
  for (const item of items) add(item, 0);
  return rows;
}

/** The row that a place lies in, the innermost; the first where it lies in none. */
export function rowAround(rows: readonly OutlineRow[], offset: number): number {
  const around = rows.findLastIndex(({ item }) => item.start <= offset && offset <= item.end);
  return Math.max(0, around);
}

/** Those whose names have what was typed; of a struct whose member has it, the struct stays, too. */
export function rowsFor(rows: readonly OutlineRow[], query: string): readonly OutlineRow[] {
  const wanted = query.trim().toLowerCase();
  const fits = ({ name }: OutlineItem): boolean => name.toLowerCase().includes(wanted);
  return rows.filter(({ item }) => fits(item) || item.children.some(fits));
}
