import type { RefObject } from 'preact';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useRowHeight } from '../timeline/row-height.ts';
import { useVirtualRows } from '../timeline/use-virtual-rows.ts';
import { WorkspaceRowView } from './row.tsx';
import type { WorkspaceListRow } from './row-list.ts';
import { columns, type Column, type Sort } from './sorting.ts';
import type { Acts } from './use-acts.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

type TableProps = {
  /** What it scrolls in. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly WorkspaceListRow[];
  readonly sort: Sort;
  readonly onSort: (by: Column) => void;
  readonly onFold: (id: string) => void;
  readonly acts: Acts;
};

/** Pixels, as the styles have it: on a phone, what is in a workspace stands below its name. */
const rowHeight = { desk: 52, phone: 68 };

/** What stands above the first row, in pixels: about, as the rows beside those in sight are drawn too. */
const above = 88;

/** The workspaces, those in sight of them. */
export function Table({ scroller, rows, sort, onSort, onFold, acts }: TableProps) {
  const height = useRowHeight(rowHeight.desk, rowHeight.phone);
  const { items, height: whole } = useVirtualRows(scroller, rows.length, height, { before: above });
  const first = items[0]?.start ?? above;
  const last = items.at(-1)?.end ?? above;
  return (
    <table class="workspace-table" aria-rowcount={rows.length + 1}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column} column={column} sort={sort} onSort={onSort} />
          ))}
          <th scope="col" class="of-act">
            <span class="hidden-text">{words.columns.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <Room pixels={first - above} />
        {items.map(({ index }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <WorkspaceRowView
              key={row.workspace.id}
              row={row}
              at={index + 2}
              next={(rows[index + 1] ?? rows[index - 1])?.workspace.id}
              acts={acts}
              onFold={onFold}
            />
          );
        })}
        <Room pixels={whole + above - last} />
      </tbody>
    </table>
  );
}

/** The room of the rows that are not drawn. */
const Room = ({ pixels }: { readonly pixels: number }) =>
  pixels > 0 ? (
    <tr class="row-room" aria-hidden="true">
      <td colSpan={columns.length + 1} style={{ height: `${String(pixels)}px` }} />
    </tr>
  ) : null;

type HeadProps = Pick<TableProps, 'sort' | 'onSort'> & { readonly column: Column };

function Head({ column, sort, onSort }: HeadProps) {
  const isIt = sort.by === column;
  return (
    <th
      scope="col"
      class={`of-${column}`}
      aria-sort={isIt ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sort-button"
        onClick={() => {
          onSort(column);
        }}
      >
        {words.columns[column]}
        {isIt ? <LaterIcon name={sort.descending ? 'down' : 'up'} size={13} /> : null}
      </button>
    </th>
  );
}
