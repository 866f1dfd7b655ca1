import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { FindHead } from '../palette/find-head.tsx';
import { Marked } from '../palette/marked.tsx';
import { lookWords } from '../words/look-words.ts';
import { scriptQueriesOf } from './script-queries.ts';
import { outlineRows, rowAround, rowsFor, type OutlineRow } from './outline-rows.ts';
import '../palette/palette.css';
import './look.css';

type OutlineDialogProps = {
  readonly of: { readonly script: number; readonly source: string; readonly offset: number };
  readonly onClose: () => void;
};

/** What a script declares, to go there: found by its name, begun at where the cursor is. */
export function OutlineDialog({ of, onClose }: OutlineDialogProps) {
  const context = useAppContext();
  const dialog = useRef<HTMLDialogElement>(null);
  const rows = useSignal<readonly OutlineRow[] | null>(null);
  const query = useSignal('');
  /** The chosen row; null is the one that the cursor is in, or the first that fits. */
  const at = useSignal<number | null>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    let over = false;
    void scriptQueriesOf(context, of.script)
      .ask({ kind: 'outline' }, 'outline', of.source)
      .then((found) => {
        if (!over) rows.value = outlineRows(found?.items ?? [], of.source);
      });
    return () => {
      over = true;
    };
  }, [context, of, rows]);
  const all = rows.value;
  const text = query.value;
  const shown = useMemo(() => (all === null ? [] : rowsFor(all, text)), [all, text]);
  const first =
    text === ''
      ? rowAround(shown, of.offset)
      : Math.max(
          0,
          shown.findIndex((row) => isMatch(row, text)),
        );
  const chosen = Math.min(at.value ?? first, Math.max(0, shown.length - 1));
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, shown]);
  const go = (row: OutlineRow | undefined) => {
    if (row === undefined) return;
    onClose();
    const { line, column } = row;
    context.windowState.change({ script: of.script, line, column, bottom: 'script' });
  };
  return (
    <dialog
      ref={dialog}
      class="palette outline"
      aria-label={lookWords.outline}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <FindHead
        label={lookWords.outlineFind}
        placeholder={lookWords.outlineFind}
        list="outline-list"
        count={shown.length}
        chosen={chosen}
        query={text}
        onQuery={(typed) => {
          query.value = typed;
          at.value = null;
        }}
        onWalk={(to) => {
          at.value = to;
        }}
        onTake={() => {
          go(shown[chosen]);
        }}
      />
      <div class="palette-list" id="outline-list" role="listbox" aria-label={lookWords.outline}>
        {shown.map((row, index) => (
          <Row
            key={row.item.nameStart}
            row={row}
            index={index}
            chosen={index === chosen}
            query={text}
            onGo={go}
          />
        ))}
      </div>
      <div role="status">
        {all === null || shown.length > 0 ? null : (
          <p class="palette-none" dir="auto">
            {all.length === 0 ? lookWords.outlineNone : lookWords.outlineNothing(text)}
          </p>
        )}
      </div>
      <footer class="palette-foot">
        <span class="push" />
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {lookWords.choose}
        </span>
      </footer>
    </dialog>
  );
}

const isMatch = ({ item }: OutlineRow, query: string): boolean =>
  item.name.toLowerCase().includes(query.trim().toLowerCase());

const signs: Readonly<Record<OutlineRow['item']['kind'], string>> = {
  function: 'ƒ',
  method: 'ƒ',
  struct: '{}',
  field: '·',
  variable: 'x',
  include: '#',
};

type RowProps = {
  readonly row: OutlineRow;
  readonly index: number;
  readonly chosen: boolean;
  readonly query: string;
  readonly onGo: (row: OutlineRow) => void;
};

function Row({ row, index, chosen, query, onGo }: RowProps) {
  const { item, depth, line } = row;
  const { kind, name, detail } = item;
  return (
    <div
      id={`outline-${String(index)}`}
      class={`palette-row outline-row depth-${String(depth)}`}
      role="option"
      aria-selected={chosen}
      onClick={() => {
        onGo(row);
      }}
    >
      <span class={`outline-sign ${kind}`} aria-hidden="true">
        {signs[kind]}
      </span>
      <b class="mono">
        <Marked text={name} letters={query.trim() === '' ? [] : [query.trim().toLowerCase()]} />
      </b>
      <span class="palette-detail mono">{detail}</span>
      <span class="hidden-text">{lookWords.kinds[kind]}</span>
      <span class="note number">{line}</span>
    </div>
  );
}
