import { useSignal } from '@preact/signals';
import type { LeftAlone } from '../../scenario/script-folder.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import '../edits/meanwhile.css';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';
import { choiceFor, countsOf, groupsOf, rowKey, type Choice } from './choices.ts';
import { FolderRow } from './folder-row.tsx';
import { linkOf } from './link.ts';
import './script-folders.css';

/** So many scripts of a kind are drawn; the others go the usual way, and are counted. */
const most = 200;

/** What differs between the scripts and their folder, and what becomes of each. */
export function FolderDialog() {
  const context = useAppContext();
  const { files } = context;
  const link = linkOf(context);
  const chosen = useSignal<ReadonlyMap<string, Choice>>(new Map());
  const state = link.state.value;
  const rows = link.rows.value.filter(({ kind }) => kind !== 'same');
  const { takes, gives, removes } = countsOf(rows, chosen.value);
  const trouble = state.kind === 'lost' ? state.why : link.trouble.value;
  const close = () => {
    files.shows.value = 'nothing';
  };
  const act = async () => {
    const wants = (choice: Choice) => rows.filter((row) => choiceFor(row, chosen.peek()) === choice);
    const taken = wants('take');
    const given = wants('give');
    if (taken.length > 0) await link.take(taken, words.taken(taken.length));
    if (given.length > 0 && link.refusal.peek() === '') await link.give(given);
    chosen.value = new Map();
    const isDone =
      link.trouble.peek() === null && link.refusal.peek() === '' && link.unwritable.peek().length === 0;
    if (isDone && link.rows.peek().every(({ kind }) => kind === 'same')) close();
  };
  return (
    <Dialog
      icon="folder"
      title={words.dialogTitle(state.kind === 'none' ? '' : state.name)}
      about={words.dialogAbout}
      onClose={close}
      footer={
        <button
          type="button"
          class="primary"
          aria-disabled={takes + gives + removes === 0 || link.isBusy.value}
          onClick={() => {
            if (takes + gives + removes > 0 && !link.isBusy.peek()) void act();
          }}
        >
          {link.isBusy.value ? words.busy : words.act(takes, gives, removes)}
        </button>
      }
    >
      <div class="folder-dialog">
        {trouble === null ? null : (
          <p class="refusal" role="alert">
            {words.troubles[trouble]}
          </p>
        )}
        {link.unwritable.value.length === 0 ? null : (
          <p class="refusal" role="alert">
            {words.unwritable(link.unwritable.value)}
          </p>
        )}
        {link.refusal.value === '' ? null : (
          <p class="refusal" role="alert">
            {link.refusal.value}
          </p>
        )}
        <p class="note" role="status">
          {rows.length === 0 && state.kind === 'open'
            ? words.nothing
            : state.kind === 'reading'
              ? words.reading
              : ''}
        </p>
        {groupsOf(rows).map(([kind, some]) => (
          <section key={kind} class={kind === 'changedBoth' ? 'folder-group both' : 'folder-group'}>
            <h3>
              {words.kinds[kind]} <span class="count">{some.length}</span>
            </h3>
            <ul>
              {some.slice(0, most).map((row) => (
                <FolderRow
                  key={rowKey(row)}
                  row={row}
                  choice={choiceFor(row, chosen.value)}
                  onChoose={(choice) => {
                    chosen.value = new Map([...chosen.value, [rowKey(row), choice]]);
                  }}
                />
              ))}
            </ul>
          </section>
        ))}
        {state.kind === 'open' ? <Left files={state.there.leftAlone} /> : null}
      </div>
    </Dialog>
  );
}

function Left({ files }: { readonly files: readonly LeftAlone[] }) {
  if (files.length === 0) return null;
  return (
    <details class="folder-left">
      <summary>{words.leftAlone(files.length)}</summary>
      <ul>
        {files.slice(0, most).map(({ path, why }) => (
          <li key={path} dir="auto">
            {path} <small>{words.why[why]}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
