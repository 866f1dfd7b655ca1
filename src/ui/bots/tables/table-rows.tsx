import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Row } from '../../../engine/definition.ts';
import { useSending, useSurroundings } from '../../context.ts';
import { Refusal } from '../../parts/refusal.tsx';
import { SureButton } from '../../parts/sure-button.tsx';
import { words } from '../../words.ts';
import { keptOfRows, readRows, tableDraftKey, textOfRows, typedRows } from './table-text.ts';

type TableRowsProps = { readonly name: string; readonly rows: readonly Row[] };

/** The rows of one table as JSON. What scripts write shows at once; text that somebody typed stays until it is saved. */
export function TableRows({ name, rows }: TableRowsProps) {
  const { store } = useSurroundings();
  const sending = useSending();
  const key = tableDraftKey(name);
  const saved = textOfRows(rows);
  const typed = typedRows(store.draft(key));
  const text = typed?.text ?? saved;
  const problem = useSignal('');
  const box = useRef<HTMLTextAreaElement>(null);
  const unsaved = text !== saved;
  const idle = typed !== undefined && !unsaved;
  useEffect(() => {
    if (idle) store.keepDraft(key, '');
  }, [idle, key, store]);
  const change = (next: string) => {
    problem.value = '';
    store.keepDraft(key, next === saved ? '' : keptOfRows({ text: next, over: typed?.over ?? saved }));
  };
  const save = async () => {
    if (!unsaved) return;
    const read = readRows(text);
    problem.value = read.ok ? '' : read.problem;
    if (!read.ok || !(await sending.send({ type: 'admin.savesTable', table: name, rows: read.rows }))) return;
    const now = typedRows(store.draft(key));
    const typedOn = now !== undefined && now.text !== text;
    store.keepDraft(key, typedOn ? keptOfRows({ text: now.text, over: textOfRows(read.rows) }) : '');
  };
  const remove = async () => {
    if (await sending.send({ type: 'admin.deletesTable', table: name })) store.keepDraft(key, '');
  };
  return (
    <div class="table-rows">
      <header class="script-head">
        <h3 title={name}>{name}</h3>
        {unsaved ? <span class="unsaved-mark">{words.unsaved}</span> : null}
        <span class="push" />
        {unsaved ? (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              change(saved);
              box.current?.focus();
            }}
          >
            {words.revert}
          </button>
        ) : null}
        <SureButton
          quiet
          label={words.table.delete}
          sure={words.table.deleteSure}
          onSure={() => void remove()}
        />
        <button
          type="button"
          class={unsaved ? 'primary small' : 'plain small'}
          title={words.saveKeys}
          aria-disabled={!unsaved || sending.pending}
          onClick={() => void save()}
        >
          {words.save}
        </button>
      </header>
      {problem.value === '' ? null : (
        <p class="refusal" role="alert">
          {problem.value}
        </p>
      )}
      <Refusal sending={sending} />
      {unsaved && typed !== undefined && typed.over !== saved ? (
        <p class="note table-note" role="status">
          {words.table.changedMeanwhile}
        </p>
      ) : null}
      <textarea
        ref={box}
        class="mono table-text"
        aria-label={words.table.rowsOf(name)}
        value={text}
        spellcheck={false}
        onInput={(event) => {
          change(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      />
    </div>
  );
}
