import { useSignal } from '@preact/signals';
import type { ComparedScript } from '../../scenario/script-folder.ts';
import { BothTexts } from '../edits/both-texts.tsx';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';
import { choicesOf, type Choice } from './choices.ts';

type FolderRowProps = {
  readonly row: ComparedScript;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
};

/** One script that is not the same on both sides: what it is, both texts, and what becomes of it. */
export function FolderRow({ row, choice, onChoose }: FolderRowProps) {
  const isOpen = useSignal(false);
  const { here, file, was, path, kind, isChangedToo } = row;
  const name = here?.script.name ?? file?.name ?? was?.name ?? path;
  const folder = here?.folder.name ?? file?.folder ?? was?.folder ?? '';
  const theirs = file?.source;
  const mine = here?.script.source;
  const choices = choicesOf(row);
  return (
    <li class="folder-row">
      <div class="folder-row-head">
        <span class="folder-row-name" dir="auto">
          <b>{name}</b>
          <small>
            {path === '' ? `${folder} · ${words.newFile}` : path}
            {kind === 'renamedThere' && was !== undefined ? ` · ${words.was(was.path)}` : ''}
            {isChangedToo ? ` · ${here === undefined ? words.changedTooThere : words.changedToo}` : ''}
          </small>
        </span>
        {theirs === undefined && mine === undefined ? null : (
          <button
            type="button"
            class="quiet small"
            aria-expanded={isOpen.value}
            aria-label={words.lookAt(name)}
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            {words.look}
          </button>
        )}
        {choices.length < 2 ? null : (
          <select
            aria-label={words.choice(name)}
            class={choice === 'leave' ? 'undecided' : ''}
            value={choice}
            onChange={(event) => {
              onChoose(event.currentTarget.value as Choice);
            }}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {sayChoice(row, one)}
              </option>
            ))}
          </select>
        )}
      </div>
      {isOpen.value ? (
        <div class="folder-row-texts">
          <BothTexts theirs={theirs ?? ''} mine={mine ?? ''} said={words.sides} />
        </div>
      ) : null}
    </li>
  );
}

function sayChoice({ kind, file, here }: ComparedScript, choice: Choice): string {
  const { choices } = words;
  if (choice === 'leave') return choices.leave;
  if (choice === 'take') {
    if (file === undefined) return choices.takeDelete;
    if (here === undefined) return kind === 'newThere' ? choices.takeNew : choices.takeBack;
    return kind === 'renamedThere' ? choices.takeRename : choices.takeText;
  }
  if (here === undefined) return choices.giveDelete;
  if (file === undefined) return kind === 'newHere' ? choices.giveNew : choices.giveBack;
  return choices.giveText;
}
