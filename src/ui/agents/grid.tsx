import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Session } from '../../engine/world.ts';
import { useVirtualRows } from '../timeline/use-virtual-rows.ts';
import { dashboardWords as words } from '../words/dashboard-words.ts';

/** More rows than these are drawn only where they are seen. */
const plain = 50;

type Column = { readonly name: string; readonly className: string };

type GridProps = {
  /** What scrolls, this grid and the others in it. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly title: string;
  /** The columns of its own, beside those that all grids share. */
  readonly columns: readonly Column[];
  readonly sessions: readonly Session[];
  readonly row: (session: Session, index: number) => ComponentChildren;
  readonly empty: string;
};

/** Chats in a table. A long one is drawn where it is seen; what is above and below is room of the same height. */
export function Grid({ scroller, title, columns, sessions, row, empty }: GridProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const size = useSignal({ row: 28, before: 0 });
  const count = sessions.length > plain ? sessions.length : 0;
  useLayoutEffect(() => {
    const [box, rows] = [scroller.current, body.current];
    const one = rows?.querySelector<HTMLElement>('tr[aria-rowindex]');
    if (count === 0 || box === null || rows === null || !one) return;
    const before = Math.round(
      rows.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop,
    );
    const { row: known, before: stood } = size.peek();
    // A pane that is not shown has no size.
    if (one.offsetHeight > 0 && (known !== one.offsetHeight || stood !== before))
      size.value = { row: one.offsetHeight, before };
  });
  const { row: height, before } = size.value;
  const { items, height: all } = useVirtualRows(scroller, count, height, { overscan: 8, before });
  const above = (items[0]?.start ?? before) - before;
  const below = all - ((items.at(-1)?.end ?? before) - before);
  const drawn =
    count === 0
      ? sessions.map((session, index) => ({ session, index }))
      : items.flatMap(({ index }) => {
          const session = sessions[index];
          return session === undefined ? [] : [{ session, index }];
        });
  return (
    <>
      <table class="grid" aria-rowcount={sessions.length + 1}>
        <caption>{title}</caption>
        <Head columns={columns} />
        <tbody ref={body}>
          {above > 0 ? <Space height={above} /> : null}
          {drawn.map(({ session, index }) => row(session, index))}
          {below > 0 ? <Space height={below} /> : null}
        </tbody>
      </table>
      {sessions.length === 0 ? <p class="empty slim">{empty}</p> : null}
    </>
  );
}

const Space = ({ height }: { readonly height: number }) => (
  <tr class="grid-space" aria-hidden="true">
    <td style={{ height: `${String(height)}px` }} />
  </tr>
);

const Head = ({ columns }: { readonly columns: readonly Column[] }) => (
  <thead>
    <tr aria-rowindex={1}>
      <th scope="col">{words.columns.customer}</th>
      <th scope="col" class="grid-status">
        {words.columns.status}
      </th>
      <th scope="col" class="grid-channel grid-wide">
        {words.columns.channel}
      </th>
      {columns.map(({ name, className }) => (
        <th key={name} scope="col" class={className}>
          {name}
        </th>
      ))}
      <th scope="col" class="grid-act">
        <span class="hidden-text">{words.columns.actions}</span>
      </th>
    </tr>
  </thead>
);
