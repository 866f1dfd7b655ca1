import type { Began, WorkspaceCounts, Workspace } from '../../protocol/engine-api.ts';
import type { Run } from '../top-bar/runs.ts';
import { inOrder, type CountedWorkspace, type Sort } from './sorting.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** A row of the table: a workspace, or an earlier run under it. */
export type WorkspaceListRow = CountedWorkspace & {
  readonly isOpen: boolean;
  readonly isEarlier: boolean;
  /** How many earlier runs it has, folded away or not; 0 for one of them. */
  readonly earlier: number;
  readonly isUnfolded: boolean;
};

export type RowListInput = {
  readonly runs: readonly Run[];
  readonly all: readonly Workspace[];
  readonly counted: ReadonlyMap<string, WorkspaceCounts>;
  readonly open: string;
  readonly unfolded: ReadonlySet<string>;
  readonly sort: Sort;
  /** What is looked for in names. */
  readonly like: string;
};

/** The rows of the table, in order: those of earlier runs stand under their workspace, last used first. */
export function rowsOf({
  runs,
  all,
  counted,
  open,
  unfolded,
  sort,
  like,
}: RowListInput): readonly WorkspaceListRow[] {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const wanted = like.trim().toLowerCase();
  const heads = runs
    .filter(({ head }) => head.name.toLowerCase().includes(wanted))
    .map(({ head, earlier }) => ({ ...shelved(head, names, counted), earlier }));
  return inOrder(heads, sort).flatMap(({ earlier, ...head }): readonly WorkspaceListRow[] => {
    const { id } = head.workspace;
    const isUnfolded = unfolded.has(id);
    const first = {
      ...head,
      isOpen: id === open,
      isEarlier: false,
      earlier: earlier.length,
      isUnfolded,
    };
    const others = earlier.map((one) => ({
      ...shelved(one, names, counted),
      isOpen: false,
      isEarlier: true,
      earlier: 0,
      isUnfolded: false,
    }));
    return isUnfolded ? [first, ...others] : [first];
  });
}

function shelved(
  workspace: Workspace,
  names: ReadonlyMap<string, string>,
  counted: ReadonlyMap<string, WorkspaceCounts>,
): CountedWorkspace {
  const { id, began, parent = '', name } = workspace;
  const above = names.get(parent);
  return { workspace, census: counted.get(id), began: beganOf(began, above, name) };
}

function beganOf(began: Began | undefined, above: string | undefined, name: string): string {
  if (began !== 'branch' || above === undefined) return words.began(began);
  return above === name ? words.startedOver : words.branchOf(above);
}
