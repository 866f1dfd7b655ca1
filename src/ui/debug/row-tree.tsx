import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

const rowsIn = (tree: HTMLElement | null): readonly HTMLElement[] =>
  Array.from(tree?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? []);

/** Values below each other. Tab comes to the selected one, else to the first; arrows walk from there, and Tab leads on. */
export function RowTree({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  const tree = useRef<HTMLDivElement>(null);
  /** It takes the focus only to give it to a row: with one inside, it is no stop on the way out. */
  const stops = (isStop: boolean) => {
    if (tree.current !== null) tree.current.tabIndex = isStop ? 0 : -1;
  };
  return (
    <div
      ref={tree}
      class="debug-tree"
      role="tree"
      aria-label={label}
      tabIndex={0}
      onKeyDown={walkRows}
      onFocusIn={(event) => {
        stops(false);
        if (event.target !== event.currentTarget) return;
        const rows = rowsIn(tree.current);
        (rows.find((row) => row.getAttribute('aria-selected') === 'true') ?? rows[0])?.focus();
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          stops(true);
      }}
    >
      {children}
    </div>
  );
}

/** Up and down, Home and End walk the rows of a tree, as they are shown. */
function walkRows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const { target, currentTarget: tree, key } = event;
  if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'treeitem') return;
  const rows = Array.from(tree.querySelectorAll<HTMLElement>('[role="treeitem"]'));
  const at = rows.indexOf(target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
  if (next === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
}
