import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Row } from '../../../engine/definition.ts';
import { useSending, useStore } from '../../context.ts';
import { ChangedMeanwhile } from '../../edits/changed-meanwhile.tsx';
import { useEdit } from '../../edits/use-edit.ts';
import { LeftDrafts } from '../../conversation/left-drafts.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { SureButton } from '../../controls/sure-button.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { olderRows, readRows, tableDraftKey, textOfRows } from './table-text.ts';
import { meanwhileWords } from '../../words/meanwhile-words.ts';

type TableRowsProps = {
  readonly name: string;
  /** Null is a table that is gone while somebody typed into it. */
  readonly rows: readonly Row[] | null;
  /** Somebody types into it. */
  readonly onWritten: () => void;
  readonly onDeleted: () => void;
};

/** The rows of one table as JSON. What scripts write shows at once; text that somebody typed stays until it is saved. */
export function TableRows({ name, rows, onWritten, onDeleted }: TableRowsProps) {
  const store = useStore();
  const sending = useSending();
  const send = useUndoable(sending);
  const rowsNow = () => {
    const { tables } = requireWorld(store);
    return Object.hasOwn(tables, name) ? textOfRows(tables[name] ?? []) : null;
  };
  const saved = rows === null ? null : textOfRows(rows);
  const editing = useEdit({
    draftKey: tableDraftKey(name),
    stored: saved,
    now: rowsNow,
    older: olderRows,
  });
  const { unsaved } = editing;
  const text = editing.value ?? '';
  const problem = useSignal('');
  const asked = useSignal(0);
  const box = useRef<HTMLTextAreaElement>(null);
  /** Saves what is typed, in the place of whatever is stored. */
  const keep = async (isAsked: boolean) => {
    const sent = editing.current() ?? '';
    const read = readRows(sent);
    problem.value = read.ok ? '' : read.problem;
    if (!read.ok) return;
    const input = { type: 'admin.savesTable', table: name, rows: read.rows } as const;
    const overTheirs = isAsked && saved !== null;
    if (!(await (overTheirs ? send(input, words.undo.keptMine(name)) : sending.send(input)))) return;
    editing.saved(sent, textOfRows(read.rows));
  };
  const save = async () => {
    if (!unsaved) return;
    if (editing.isChanged()) asked.value += 1;
    else await keep(false);
  };
  const remove = async () => {
    if (await send({ type: 'admin.deletesTable', table: name }, words.undo.deletedTable(name))) onDeleted();
  };
  return (
    <div class="table-rows">
      <header class="script-head">
        <h3 title={name}>{name}</h3>
        {unsaved ? <span class="unsaved-mark">{botWords.unsaved}</span> : null}
        <span class="push" />
        {unsaved && saved !== null ? (
          <SureButton
            quiet
            label={botWords.revert}
            sure={words.revertSure}
            onSure={() => {
              editing.drop(words.undo.reverted);
              box.current?.focus();
            }}
          />
        ) : null}
        {saved === null ? null : (
          <SureButton
            quiet
            label={botWords.table.delete}
            sure={botWords.table.deleteSure}
            onSure={() => void remove()}
          />
        )}
        <button
          type="button"
          class={unsaved ? 'primary small' : 'plain small'}
          title={botWords.saveKeys}
          aria-disabled={!unsaved || sending.pending}
          onClick={() => void save()}
        >
          {botWords.save}
        </button>
      </header>
      {problem.value === '' ? null : (
        <p class="refusal" role="alert">
          {problem.value}
        </p>
      )}
      <LeftDrafts place={tableDraftKey(name)} />
      <Refusal sending={sending} />
      {editing.changed && !sending.pending ? (
        <ChangedMeanwhile
          what={meanwhileWords.table}
          mine={text}
          theirs={saved}
          asked={asked.value}
          onKeep={() => void keep(true)}
          onTake={() => {
            editing.drop(words.undo.tookTheirs);
          }}
        />
      ) : null}
      <textarea
        ref={box}
        class="mono table-text"
        aria-label={botWords.table.rowsOf(name)}
        value={text}
        spellcheck={false}
        onInput={(event) => {
          problem.value = '';
          editing.change(event.currentTarget.value);
          onWritten();
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
