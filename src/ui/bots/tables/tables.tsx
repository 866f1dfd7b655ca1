import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useSending, useStore, useWorld } from '../../context.ts';
import { Count } from '../../controls/count.tsx';
import { Icon } from '../../controls/icon.tsx';
import { Popover } from '../../controls/popover.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { SmallForm } from '../../controls/small-form.tsx';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { TableRows } from './table-rows.tsx';
import { tableDraftKey } from './table-text.ts';
import './tables.css';

type TablesProps = {
  /** The table that is open; where there is none of that name, the first is. */
  readonly chosen: string;
  readonly onChoose: (table: string) => void;
};

/** The tables that scripts find through SearchEngine, as they are now: what scripts wrote is in them (crm §14). */
export function Tables({ chosen, onChoose: choose }: TablesProps) {
  const tables = useWorld((world) => world.tables);
  const names = Object.keys(tables).sort();
  const store = useStore();
  const isChosen = names.includes(chosen) || (chosen !== '' && store.draft(tableDraftKey(chosen)) !== '');
  const open = isChosen ? chosen : (names[0] ?? '');
  return (
    <div class="tables">
      <nav class="table-list" aria-label={words.tables}>
        <header class="mocks-head">
          <h3>{words.tables}</h3>
          <AddTable label={<Icon name="plus" size={13} />} class="quiet icon-button small" onMade={choose} />
        </header>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button
                type="button"
                class={name === open ? 'table-name selected' : 'table-name'}
                aria-current={name === open}
                onClick={() => {
                  choose(name);
                }}
              >
                <span title={name}>{name}</span>
                {store.draft(tableDraftKey(name)) === '' ? null : (
                  <i class="unsaved" title={botWords.unsaved} />
                )}
                <Count n={tables[name]?.length ?? 0} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {open === '' ? (
        <p class="empty">{botWords.table.none}</p>
      ) : (
        <TableRows
          key={open}
          name={open}
          rows={tables[open] ?? null}
          onWritten={() => {
            // From now on it is this table, also when somebody deletes it elsewhere.
            if (chosen !== open) choose(open);
          }}
          onDeleted={() => {
            choose('');
          }}
        />
      )}
    </div>
  );
}

type AddTableProps = {
  readonly label: ComponentChildren;
  readonly class: string;
  readonly onMade: (name: string) => void;
};

/** The button that asks for the name of a new table. */
export const AddTable = ({ label, class: look, onMade }: AddTableProps) => (
  <Popover label={label} name={botWords.table.new} title={botWords.table.new} role="dialog" class={look}>
    {(close) => <NewTable close={close} onMade={onMade} />}
  </Popover>
);

type NewTableProps = { readonly close: () => void; readonly onMade: (name: string) => void };

function NewTable({ close, onMade }: NewTableProps) {
  const store = useStore();
  const sending = useSending();
  const taken = useWorld((world) => Object.keys(world.tables));
  const name = useSignal('');
  const problem = useSignal('');
  const add = async () => {
    const table = name.value.trim();
    if (taken.some((one) => one.toLowerCase() === table.toLowerCase())) {
      problem.value = botWords.table.taken(table);
      return;
    }
    // What was left of another table of that name goes before the new one can be typed into.
    store.keepDraft(tableDraftKey(table), '');
    if (!(await sending.send({ type: 'admin.savesTable', table, rows: [] }))) return;
    onMade(table);
    close();
  };
  return (
    <SmallForm
      label={botWords.table.name}
      name={name.value}
      onName={(next) => {
        name.value = next;
      }}
      submitLabel={words.add}
      onSubmit={add}
      problem={problem.value}
    >
      <Refusal sending={sending} />
    </SmallForm>
  );
}
