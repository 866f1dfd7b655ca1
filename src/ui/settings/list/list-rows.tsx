import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useAppContext } from '../../context.ts';
import { focusWhenThere } from '../../controls/focus-next.ts';
import { isComposing } from '../../conversation/is-composing.ts';
import { useRowHeight } from '../../timeline/row-height.ts';
import { useVirtualRows } from '../../timeline/use-virtual-rows.ts';
import type { SectionName } from '../kinds.ts';
import { ListRowView } from './list-row-view.tsx';
import { placeBefore, type ListRow } from './list-row.ts';
import { listWords as words } from '../../words/list-words.ts';

type ListRowsProps = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly section: SectionName;
  readonly rows: readonly ListRow[];
  readonly open: string | undefined;
  readonly onMove?: (key: string, before: string | null) => void;
  readonly onFold?: (key: string) => void;
};

/** Up to so many rows are all drawn; of more, those in sight. */
const mostDrawn = 50;
/** Pixels, as the styles have it. */
const rowHeight = 44;

/** The rows: arrow keys walk them, with Alt they move them; only rows in sight are drawn. */
export function ListRows({ scroller, section, rows, open, onMove, onFold }: ListRowsProps) {
  const { router } = useAppContext();
  const moved = useSignal('');
  const dragged = useSignal<string | null>(null);
  const height = useRowHeight(rowHeight);
  const virtual = useVirtualRows(scroller, rows.length, height);
  const isLong = rows.length > mostDrawn;
  const drawn = isLong ? virtual.items.map(({ index }) => index) : rows.map((_, index) => index);
  const before = isLong ? (virtual.items[0]?.start ?? 0) : 0;
  const after = isLong ? virtual.height - (virtual.items.at(-1)?.end ?? 0) : 0;
  const stop = drawn.find((index) => rows[index]?.key === open) ?? drawn[0];
  const move = (row: ListRow, by: -1 | 1) => {
    const place = placeBefore(rows, row.key, by);
    if (onMove === undefined || place === undefined) return;
    const peers = rows.filter(({ group }) => group === row.group);
    moved.value = words.moved(row.name, peers.indexOf(row) + 1 + by, peers.length);
    onMove(row.key, place);
  };
  /** Focuses a row; one that is not drawn is brought into sight for it. */
  const focus = (index: number) => {
    const key = rows[index]?.key;
    const box = scroller.current;
    if (key === undefined || box === null) return;
    const find = () => box.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (find() === null) box.scrollTop = index * height;
    focusWhenThere(find);
  };
  const walk = (event: KeyboardEvent, index: number) => {
    const row = rows[index];
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (row === undefined || isComposing(event) || event.ctrlKey || event.metaKey) return;
    if (by !== undefined && event.altKey) move(row, by);
    else if (by !== undefined) focus(index + by);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(rows.length - 1);
    else if (event.key === 'ArrowRight' && row.isUnfolded === false) onFold?.(row.key);
    else if (event.key === 'ArrowLeft' && row.isUnfolded === true) onFold?.(row.key);
    else if (event.key === ' ') router.go('settings', section, ...row.key.split('/'));
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} class="list-rows">
      <span class="hidden-text" role="status">
        {moved.value}
      </span>
      <ul>
        <Room pixels={before} />
        {drawn.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <ListRowView
              key={row.key}
              row={row}
              section={section}
              isOpen={row.key === open}
              isStop={index === stop}
              onKeyDown={(event) => {
                walk(event, index);
              }}
              {...(onFold === undefined ? {} : { onFold })}
              {...(onMove === undefined
                ? {}
                : {
                    moving: {
                      up: placeBefore(rows, row.key, -1) !== undefined,
                      down: placeBefore(rows, row.key, 1) !== undefined,
                      dragged,
                      onMove: (by) => {
                        move(row, by);
                      },
                      onDropped: (key) => {
                        const from = rows.find((one) => one.key === key);
                        if (from === undefined || from.group !== row.group || key === row.key) return;
                        const isDown = rows.indexOf(from) < index;
                        const place = isDown ? placeBefore(rows, row.key, 1) : row.key;
                        onMove(key, place ?? null);
                      },
                    },
                  })}
            />
          );
        })}
        <Room pixels={after} />
      </ul>
    </div>
  );
}

/** The room of the rows that are not drawn. */
const Room = ({ pixels }: { readonly pixels: number }) =>
  pixels > 0 ? <li class="row-room" aria-hidden="true" style={{ height: `${String(pixels)}px` }} /> : null;
