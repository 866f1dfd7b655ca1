import type { WorkspaceCounts, Workspace } from '../../protocol/engine-api.ts';
import type { Keeper } from '../window-state.ts';

export const columns = ['name', 'used', 'sessions', 'messages', 'size', 'began'] as const;
export type Column = (typeof columns)[number];

export type Sort = { readonly by: Column; readonly descending: boolean };

/** A workspace with what is known of its contents so far, and how it began in words. */
export type CountedWorkspace = {
  readonly workspace: Workspace;
  readonly census: WorkspaceCounts | undefined;
  readonly began: string;
};

const last = { by: 'used', descending: true } as const;
const keptName = 'rehearsal.workspaces';

/** How the table was sorted last; last used first where nobody sorted it. */
export function keptSort(keeper: Keeper | null): Sort {
  try {
    const kept = JSON.parse(keeper?.getItem(keptName) ?? 'null') as Partial<Sort> | null;
    const by = columns.find((one) => one === kept?.by);
    return by === undefined ? last : { by, descending: kept?.descending === true };
  } catch {
    return last;
  }
}

export function keepSort(keeper: Keeper | null, sort: Sort): void {
  try {
    keeper?.setItem(keptName, JSON.stringify(sort));
  } catch {
    // It is last used first again on the next visit.
  }
}

/** The same column again turns the order; of another one, names begin with A and everything else with the most. */
export const sortedBy = (before: Sort, by: Column): Sort => ({
  by,
  descending: before.by === by ? !before.descending : by !== 'name' && by !== 'began',
});

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const orders: Record<Column, (a: CountedWorkspace, b: CountedWorkspace) => number> = {
  name: (a, b) => names.compare(a.workspace.name, b.workspace.name),
  used: (a, b) => a.workspace.openedAt - b.workspace.openedAt,
  sessions: (a, b) => (a.census?.sessions ?? 0) - (b.census?.sessions ?? 0),
  messages: (a, b) => (a.census?.messages ?? 0) - (b.census?.messages ?? 0),
  size: (a, b) => (a.census?.characters ?? 0) - (b.census?.characters ?? 0),
  began: (a, b) => names.compare(a.began, b.began),
};

/** The workspaces in the order that somebody chose; equal ones as they were. */
export function inOrder<T extends CountedWorkspace>(
  all: readonly T[],
  { by, descending }: Sort,
): readonly T[] {
  const order = orders[by];
  return all.toSorted((a, b) => (descending ? order(b, a) : order(a, b)));
}
