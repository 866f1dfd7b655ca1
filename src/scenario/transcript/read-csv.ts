import type { ForeignSession, ForeignTurn } from './foreign.ts';
import { parseInstant } from '../time.ts';
import { csvColumns } from './write-csv.ts';
import { readCsvRows, type CsvRow } from '../csv.ts';
import { readForm, readOptions } from './read-values.ts';
import { atLine, type Reading } from './reading.ts';
import { isCustomersName, isOthersName, roleOf } from './who.ts';

type Column = (typeof csvColumns)[number];
type Cells = (column: Column) => string;
type Read = {
  readonly session: string;
  readonly turn: ForeignTurn | null;
  readonly options?: readonly string[];
};

/** What stands beside a conversation in our own files, and is neither played nor expected. */
const besides = new Set(['began', 'status', 'handoff', 'agent', 'transfer', 'request', 'connection']);

/** A conversation as rows: `time`, `actor` and `text` are enough, in any order (docs/transcripts.md). */
export function readCsv(
  text: string,
  reading: Reading,
): { name: string; sessions: readonly ForeignSession[] } {
  const read = readCsvRows(text);
  if (!read.ok) return reading.fail(atLine(read.line), read.message);
  const [head, ...rows] = read.rows;
  const columns = columnsOf(head, reading);
  const sessions = new Map<string, ForeignTurn[]>();
  for (const row of rows) {
    const cells: Cells = (column) => row.cells[columns.get(column) ?? -1] ?? '';
    const { session, turn, options } = readRow(row, cells, reading);
    const turns = sessions.get(session) ?? [];
    sessions.set(session, turns);
    const last = turns.at(-1);
    if (options !== undefined && last !== undefined) turns[turns.length - 1] = { ...last, options };
    if (turn !== null) turns.push(reading.turn(atLine(row.line), turn));
  }
  const hasRoles = columns.has('role');
  return {
    name: '',
    sessions: [...sessions.values()]
      .map((turns) => (hasRoles ? turns : withGuessedCustomer(turns)))
      .map((turns) => ({ customer: customerOf(turns), turns })),
  };
}

const customerOf = (turns: readonly ForeignTurn[]): string =>
  turns.find(({ who, name }) => who === 'customer' && name !== '')?.name ?? '';

function columnsOf(head: CsvRow | undefined, reading: Reading): ReadonlyMap<Column, number> {
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const found = new Map<Column, number>();
  for (const column of csvColumns) {
    const index = names.indexOf(column);
    if (index >= 0) found.set(column, index);
  }
  const missing = (['actor', 'text'] as const).filter((column) => !found.has(column));
  if (missing.length > 0) {
    reading.fail(
      atLine(1),
      `The first line has no column “${missing.join('” and no “')}”. It names the columns: time,actor,text.`,
    );
  }
  return found;
}

function readRow({ line }: CsvRow, cells: Cells, reading: Reading): Read {
  const session = cells('session').trim();
  const type = cells('type').trim().toLowerCase();
  if (type === 'options') return readOptionsRow(session, line, cells('text'), reading);
  if (besides.has(type)) return { session, turn: null };
  if (type === 'blocked') {
    reading.leave(atLine(line), 'What was not delivered is not played.');
    return { session, turn: null };
  }
  const name = cells('actor').trim();
  const { who, role } = roleOf(cells('role'), name);
  const at = timeOf(cells('time').trim(), line, reading);
  const form = type === 'form' || type === 'rating' ? readForm(cells('text')) : undefined;
  if (form === undefined && (type === 'form' || type === 'rating')) {
    reading.leave(atLine(line), 'The form in this row cannot be read.');
    return { session, turn: null };
  }
  const text = form === undefined ? cells('text') : '';
  if (text.trim() === '' && form === undefined) return { session, turn: null };
  return {
    session,
    turn: {
      who,
      name,
      text,
      ...(role !== undefined && { role }),
      ...(at !== undefined && { at }),
      ...(form && { form }),
    },
  };
}

function readOptionsRow(session: string, line: number, text: string, reading: Reading): Read {
  const options = readOptions(text);
  if (options === undefined)
    reading.leave(atLine(line), 'The buttons in this row are no list of texts in JSON.');
  return { session, turn: null, ...(options !== undefined && { options }) };
}

/** An instant, or a date and time without a zone, which counts as UTC. */
function timeOf(text: string, line: number, reading: Reading): number | undefined {
  if (text === '') return undefined;
  const at = parseInstant(text) ?? parseInstant(`${text.replace(' ', 'T')}Z`);
  if (at === null)
    reading.leave(atLine(line), `“${text.slice(0, 40)}” is no time such as 2026-03-02T09:00:00Z.`);
  return at ?? undefined;
}

/** Without roles the customer is who is called so, or else the first who is not called a bot or an agent. */
function withGuessedCustomer(turns: readonly ForeignTurn[]): readonly ForeignTurn[] {
  const names = turns.map(({ name }) => name);
  const customer = names.find(isCustomersName) ?? names.find((name) => !isOthersName(name));
  return turns.map((turn) => ({ ...turn, who: turn.name === customer ? 'customer' : 'other' }));
}
