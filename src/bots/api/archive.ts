import { addCriterion, execute, SearchValue } from '../records/search.ts';
import { fieldOf } from '../records/search-field.ts';
import type { Caller } from './caller.ts';
import { Carrier, type Plain } from './plain.ts';
import { readRestriction, UnreadRestriction } from './restriction.ts';

/** What ArchiveAgent is asked: lists with commas, as its web service takes them. */
export type ArchiveQuestion = {
  readonly provider: string;
  readonly columns: string;
  readonly order: string;
  readonly restriction: string;
  /** From 0. */
  readonly page: number;
  /** 0 gives all. */
  readonly size: number;
};

const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Rows of the world's tables, by the search that SearchEngine has too: a page of them, each with what its columns hold. */
export function askArchive(caller: Caller, asked: ArchiveQuestion): readonly Carrier[] {
  if (asked.provider.trim().toLowerCase() !== 'dynamic') {
    caller.fail(
      'NotAvailableOffline',
      `The archive provider "${asked.provider}" needs a SuperOffice database. Ask "dynamic" for columns of tables of the world to continue.`,
    );
  }
  const search = new SearchValue();
  const columns = listed(asked.columns);
  caller.work(256 * (asked.columns.length + asked.order.length + asked.restriction.length));
  for (const column of columns) search.fields.push(fieldOf(caller, column));
  for (const order of listed(asked.order)) {
    const [column = '', direction = 'asc'] = order.split(/\s+/);
    const ascending = !direction.toLowerCase().startsWith('desc');
    search.orders.push({ field: fieldOf(caller, column), ascending });
  }
  for (const one of restrictionsIn(caller, asked.restriction)) addCriterion(caller, search.criteria, one);
  execute(caller, search);
  const { page, size } = asked;
  const from = size > 0 ? page * size : 0;
  const to = size > 0 ? from + size : undefined;
  const table = search.fields[0]?.table ?? '';
  return search.found.slice(from, to).map(
    (cells, index) =>
      new Carrier('ArchiveListItem', {
        EntityName: table,
        PrimaryKey: search.ids[from + index] ?? 0,
        ColumnData: new Carrier('', columnData(columns, cells)),
        LinkHint: '',
        StyleHint: '',
      }),
  );
}

const columnData = (
  columns: readonly string[],
  cells: readonly (string | null)[],
): Readonly<Record<string, Plain>> =>
  Object.fromEntries(
    columns.map((column, index) => [
      column,
      new Carrier('ArchiveColumnData', { DisplayValue: cells[index] ?? '', TooltipHint: '', LinkHint: '' }),
    ]),
  );

function restrictionsIn(caller: Caller, text: string) {
  try {
    return readRestriction(text);
  } catch (error) {
    if (!(error instanceof UnreadRestriction)) throw error;
    return caller.fail(
      'RunTimeException',
      `The restriction cannot be read at "${error.message.slice(0, 100)}". Write it as table.column operator 'value', joined by and, or and parentheses.`,
    );
  }
}
