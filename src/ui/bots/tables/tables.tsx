import { useSignal } from '@preact/signals';
import { useSending, useWorld } from '../../context.ts';
import { Count } from '../../parts/count.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Popover } from '../../parts/popover.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { SmallForm } from '../../parts/small-form.tsx';
import { words } from '../../words.ts';
import { TableRows } from './table-rows.tsx';

/** The tables that scripts find through SearchEngine, as they are now: what scripts wrote is in them (crm §14). */
export function Tables() {
  const tables = useWorld((world) => world.tables);
  const names = Object.keys(tables).sort();
  const chosen = useSignal('');
  const open = names.includes(chosen.value) ? chosen.value : (names[0] ?? '');
  return (
    <div class="tables">
      <nav class="table-list" aria-label={words.tables}>
        <header class="mocks-head">
          <h4>{words.tables}</h4>
          <Popover
            label={<Icon name="plus" size={10} />}
            name={words.table.new}
            title={words.table.new}
            role="dialog"
            class="quiet icon-button small"
          >
            {(close) => (
              <NewTable
                close={close}
                onMade={(name) => {
                  chosen.value = name;
                }}
              />
            )}
          </Popover>
        </header>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button
                type="button"
                class={name === open ? 'table-name selected' : 'table-name'}
                aria-current={name === open}
                onClick={() => {
                  chosen.value = name;
                }}
              >
                <span>{name}</span>
                <Count n={tables[name]?.length ?? 0} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {open === '' ? (
        <p class="empty">{words.table.none}</p>
      ) : (
        <TableRows key={open} name={open} rows={tables[open] ?? []} />
      )}
    </div>
  );
}

type NewTableProps = { readonly close: () => void; readonly onMade: (name: string) => void };

function NewTable({ close, onMade }: NewTableProps) {
  const sending = useSending();
  const taken = useWorld((world) => Object.keys(world.tables));
  const name = useSignal('');
  const problem = useSignal('');
  const add = async () => {
    const table = name.value.trim();
    if (taken.some((one) => one.toLowerCase() === table.toLowerCase())) {
      problem.value = words.table.taken(table);
      return;
    }
    if (!(await sending.send({ type: 'admin.savesTable', table, rows: [] }))) return;
    onMade(table);
    close();
  };
  return (
    <SmallForm label={words.table.name} name={name} submitLabel={words.add} onSubmit={add}>
      {problem.value === '' ? null : (
        <p class="refusal" role="alert">
          {problem.value}
        </p>
      )}
      <Refusal sending={sending} />
    </SmallForm>
  );
}
