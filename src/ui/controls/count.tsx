import { words } from '../words/words.ts';

type CountProps = {
  readonly n: number;
  readonly bad?: boolean;
  /** So many at least: there are more that were not counted. */
  readonly atLeast?: boolean;
};

/** How many, beside a name; nothing for none. */
export const Count = ({ n, bad = false, atLeast = false }: CountProps) =>
  n === 0 ? null : <span class={bad ? 'badge bad' : 'count'}>{atLeast ? words.atLeast(n) : n}</span>;
