import type { ComponentChildren } from 'preact';

/** A line of a list of settings. */
export type ListRow = {
  /** What its address ends with: `#/settings/<section>/<key>`. */
  readonly key: string;
  readonly name: string;
  /** A second line, or what stands at the right of the name where there is room. */
  readonly detail?: string;
  /** In front of the name: a colour, an icon. */
  readonly mark?: ComponentChildren;
  /** What is to be mended in it, in words; empty is nothing. */
  readonly fault?: string;
  readonly isUnsaved?: boolean;
  /** How deep it lies in a tree; 0 is at the top. */
  readonly depth?: number;
  /** Of what can be folded: whether it is open. */
  readonly isUnfolded?: boolean;
  /** Where rows are moved by hand: those of one group only among themselves. */
  readonly group?: string;
};

/** The words that are looked for, each of them anywhere in a row's name or detail. */
export function fits({ name, detail = '' }: Pick<ListRow, 'name' | 'detail'>, query: string): boolean {
  const said = `${name} ${detail}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/**
 * Before which row one is to be put that is moved by `by` places among those of its group: a key, null for behind all of them,
 * undefined where it cannot go there.
 */
export function placeBefore(rows: readonly ListRow[], key: string, by: -1 | 1): string | null | undefined {
  const group = rows.find((one) => one.key === key)?.group;
  const keys = rows.filter((one) => one.group === group).map((one) => one.key);
  const at = keys.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= keys.length) return undefined;
  return keys[by < 0 ? to : to + 1] ?? null;
}
