import type { ConsoleLine } from './console-lines.ts';

/** Which kind of lines the console shows. */
export type LineKind = 'all' | 'printed' | 'logged' | 'debug' | 'hint' | 'failed';

export const levels: readonly LineKind[] = ['all', 'printed', 'logged', 'debug', 'hint', 'failed'];

export type ConsoleFilter = {
  readonly level: LineKind;
  /** Every word of it has to stand in a line or in its place, whatever their case. */
  readonly text: string;
  /** Events up to this one are cleared away. */
  readonly clearedTo: number;
  /** Later events wait; 0 waits for none. */
  readonly pausedAt: number;
};

export type FilteredConsole = {
  readonly lines: readonly ConsoleLine[];
  /** Of each kind there are so many among what is neither cleared nor waiting. */
  readonly counts: Readonly<Record<LineKind, number>>;
  readonly cleared: number;
  readonly waiting: number;
};

/** That a script came to its end after it was run by hand is neither printed nor wrong: it shows among all alone. */
const isOf = ({ kind }: ConsoleLine, level: LineKind): boolean => level === 'all' || kind === level;

/** What of the lines is shown, and how much is not, and why. Nothing of it is taken out of the log. */
export function filteredConsole(all: readonly ConsoleLine[], sieve: ConsoleFilter): FilteredConsole {
  const { level, clearedTo, pausedAt } = sieve;
  const isWaiting = ({ seq }: ConsoleLine): boolean => pausedAt > 0 && seq > pausedAt;
  const there = all.filter((line) => line.seq > clearedTo && !isWaiting(line));
  const words = sieve.text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ text, file, line }: ConsoleLine): boolean => {
    const said = `${text} ${file}:${String(line)}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
  const counts = Object.fromEntries(
    levels.map((one) => [one, there.filter((line) => isOf(line, one)).length]),
  ) as Record<LineKind, number>;
  return {
    lines: there.filter((line) => isOf(line, level) && (words.length === 0 || fits(line))),
    counts,
    cleared: all.filter(({ seq }) => seq <= clearedTo).length,
    waiting: all.filter(isWaiting).length,
  };
}
