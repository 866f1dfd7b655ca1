/*
 * Comma-separated values as RFC 4180 says, and such that no spreadsheet takes a text for a formula (reliability §1.4).
 */

/** What a spreadsheet may take for a formula, with the apostrophes that say that it is none. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const kept = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text that is a text in a spreadsheet, too: one apostrophe more before what looks like a formula. */
const asText = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text that `asText` was given. */
const fromText = (cell: string): string => (kept.test(cell) ? cell.slice(1) : cell);

const cellOf = (text: string): string => {
  const cell = asText(text);
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** The rows as a file: with a byte order mark, without which a spreadsheet does not know UTF-8. */
export const writeCsvRows = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;

/** A row, and the line of the file on which it begins, from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvResult =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** The rows of a file, separated by comma, semicolon or tab, whichever its first line has most of. */
export function readCsvRows(text: string): CsvResult {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = separatorOf(plain);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let began = 1;
  let at = 0;
  const endRow = (): void => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: began, cells });
    cells = [];
    began = line;
  };
  while (at < plain.length) {
    const cell = readCell(plain, at, separator);
    if (typeof cell === 'string') return { ok: false, line, message: cell };
    cells.push(fromText(cell.text));
    line += cell.lines;
    at = cell.end;
    const sign = plain.charAt(at);
    if (sign === separator) {
      at++;
      if (at < plain.length) continue;
      cells.push('');
    } else if (sign !== '') {
      at += plain.startsWith('\r\n', at) ? 2 : 1;
      line++;
    }
    endRow();
  }
  return { ok: true, rows };
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

type Cell = { readonly text: string; readonly end: number; readonly lines: number };

/** The cell that begins at `start`, or what is wrong with it. */
function readCell(text: string, start: number, separator: string): Cell | string {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
    return { text: text.slice(start, end), end, lines: 0 };
  }
  const parts: string[] = [];
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return 'A quotation mark opens a cell here and none closes it.';
    parts.push(text.slice(from, quote));
    if (text[quote + 1] === '"') {
      parts.push('"');
      from = quote + 2;
      continue;
    }
    const end = quote + 1;
    if (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
      return 'Behind the closing quotation mark of a cell stands something. Write a mark inside a cell twice.';
    }
    const cell = parts.join('');
    return { text: cell, end, lines: cell.split(/\r\n|[\r\n]/).length - 1 };
  }
}
