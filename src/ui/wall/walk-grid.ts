/** Where a key leads from a cell; null where it leads nowhere. Rows and columns count from 0, the names being column 0. */
export function cellAfter(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  [row, column]: readonly [row: number, column: number],
  [rows, columns]: readonly [rows: number, columns: number],
): readonly [row: number, column: number] | null {
  const isFar = ctrlKey || metaKey;
  const to: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [isFar ? 0 : row, 0],
    End: [isFar ? rows - 1 : row, columns - 1],
  };
  const next = to[key];
  if (next === undefined || (isFar && key.startsWith('Arrow'))) return null;
  const within = (n: number, most: number) => Math.max(0, Math.min(most - 1, n));
  return [within(next[0], rows), within(next[1], columns)];
}

/** Moves the focus from cell to cell. */
export function walkGrid(event: KeyboardEvent, grid: HTMLElement | null): void {
  const rows = Array.from(grid?.querySelectorAll('[role="row"]:not(.wall-titles)') ?? [], (row) =>
    Array.from(row.querySelectorAll<HTMLElement>('[tabindex]')),
  );
  const active = document.activeElement;
  const row = rows.findIndex((cells) => cells.some((cell) => cell === active));
  const column = rows[row]?.findIndex((cell) => cell === active) ?? -1;
  if (row < 0) return;
  const next = cellAfter(event, [row, column], [rows.length, rows[row]?.length ?? 0]);
  if (next === null) return;
  event.preventDefault();
  rows[next[0]]?.[next[1]]?.focus();
}
