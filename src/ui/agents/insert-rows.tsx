import { LaterIcon } from '../controls/later-icon.tsx';
import { insertWords as words } from '../words/insert-words.ts';

export type InsertRow = {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly inserts: string;
  /** Opens it to be changed, for what belongs to the agent. */
  readonly edit?: () => void;
};

type InsertRowsProps = {
  readonly name: string;
  readonly rows: readonly InsertRow[];
  readonly insert: (text: string, from: HTMLElement) => void;
};

/** What can be inserted of one kind. */
export function InsertRows({ name, rows, insert }: InsertRowsProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={name}>
      <h4>{name}</h4>
      {rows.map((row) => (
        <div key={row.id} class="insert-row">
          <button
            type="button"
            class="menu-item"
            onClick={(event) => {
              insert(row.inserts, event.currentTarget);
            }}
          >
            <span>{row.name}</span>
            {row.text === '' ? null : <small>{row.text}</small>}
          </button>
          {row.edit === undefined ? null : (
            <button
              type="button"
              class="quiet icon-button"
              aria-label={words.edit(row.name)}
              title={words.edit(row.name)}
              onClick={row.edit}
            >
              <LaterIcon name="rename" />
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
