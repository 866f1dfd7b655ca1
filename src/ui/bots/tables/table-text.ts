import type { Json, Row } from '../../../engine/definition.ts';
import type { Edit } from '../../edits/edit.ts';
import { botWords } from '../../words/bot-words.ts';

/** The rows of a table as they stand in the box: a row a line. */
export const textOfRows = (rows: readonly Row[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]`;

/** The key under which what is typed over the rows of a table is kept until it is saved. */
export const tableDraftKey = (table: string): string => `table:${table}`;

/** What a draft of version 0.1 holds: what was typed, and the rows that it was typed over. */
export function olderRows(kept: string): Edit<string> {
  const { text, over } = JSON.parse(kept) as { readonly text: string; readonly over: string };
  return { mine: text, base: over };
}

type Rows =
  { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly problem: string };

const isRow = (value: unknown): value is { readonly [column: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows that a text stands for: a JSON array of objects. */
export function readRows(text: string): Rows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: botWords.table.noJson(error instanceof Error ? error.message : '') };
  }
  if (!Array.isArray(value)) return { ok: false, problem: botWords.table.noArray };
  const rows: readonly unknown[] = value;
  const wrong = rows.findIndex((row) => !isRow(row));
  return wrong < 0
    ? { ok: true, rows: rows.filter(isRow) }
    : { ok: false, problem: botWords.table.noRow(wrong + 1) };
}
