import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Row } from '../../../engine/definition.ts';
import { useSending } from '../../context.ts';
import { Refusal } from '../../parts/refusal.tsx';
import { SureButton } from '../../parts/sure-button.tsx';
import { words } from '../../words.ts';
import { readRows, textOfRows } from './table-text.ts';

type TableRowsProps = { readonly name: string; readonly rows: readonly Row[] };

/** The rows of one table as JSON. What scripts write shows at once, unless somebody is changing the text. */
export function TableRows({ name, rows }: TableRowsProps) {
  const sending = useSending();
  const saved = textOfRows(rows);
  const text = useSignal(saved);
  const before = useRef(saved);
  const problem = useSignal('');
  useEffect(() => {
    if (text.value === before.current) text.value = saved;
    before.current = saved;
  }, [saved, text]);
  const unsaved = text.value !== saved;
  const save = async () => {
    const read = readRows(text.value);
    problem.value = read.ok ? '' : read.problem;
    if (read.ok && (await sending.send({ type: 'admin.savesTable', table: name, rows: read.rows })))
      text.value = textOfRows(read.rows);
  };
  return (
    <div class="table-rows">
      <header class="script-head">
        <h3>{name}</h3>
        {unsaved ? <span class="unsaved-mark">{words.unsaved}</span> : null}
        <span class="push" />
        {unsaved ? (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              text.value = saved;
              problem.value = '';
            }}
          >
            {words.revert}
          </button>
        ) : null}
        <SureButton
          quiet
          label={words.table.delete}
          sure={words.table.deleteSure}
          onSure={() => void sending.send({ type: 'admin.deletesTable', table: name })}
        />
        <button
          type="button"
          class={unsaved ? 'primary small' : 'plain small'}
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
      <textarea
        class="mono table-text"
        aria-label={words.table.rowsOf(name)}
        value={text.value}
        spellcheck={false}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
