import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useShowOnStage, useAppContext } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { requireWorld } from '../store/store.ts';
import type { Command } from './command.ts';
import { chosenAmong, find, lettersOf } from './find.ts';
import { FindHead } from './find-head.tsx';
import { useCourses } from '../lessons/use-courses.ts';
import { Keys } from './keys.tsx';
import { Marked } from './marked.tsx';
import { paletteWords as words } from '../words/palette-words.ts';
import { runCommand } from './run-command.ts';
import './palette.css';

/** What lies over the window: the palette, or the keys. */
export function Overlay() {
  const { palette } = useAppContext();
  const shows = palette.shows.value;
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything else is told: that it was closed the moment before is told a moment later.
  useLayoutEffect(() => {
    if (shows === 'nothing') dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [shows]);
  return (
    <dialog
      ref={dialog}
      class={`palette ${shows}`}
      aria-label={shows === 'keys' ? words.keysTitle : words.findAll}
      onClose={({ currentTarget }) => {
        // Told a moment later: a refusal may have opened it again.
        if (!currentTarget.open) palette.shows.value = 'nothing';
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) palette.shows.value = 'nothing';
      }}
    >
      {shows === 'palette' ? <Palette /> : null}
      {shows === 'keys' ? <Keys /> : null}
    </dialog>
  );
}

function Palette() {
  const context = useAppContext();
  const { store, palette } = context;
  const showOnStage = useShowOnStage();
  const query = useSignal(palette.early);
  useEffect(() => {
    palette.early = '';
  }, [palette]);
  const walkedTo = useSignal('');
  const list = useRef<HTMLDivElement>(null);
  const world = store.world.value;
  const text = query.value;
  const [courses] = useCourses();
  const found = useMemo(
    () =>
      world === null
        ? []
        : find(
            {
              ...context,
              now: requireWorld(store),
              show: (part) => {
                showOnStage(part);
                return '' as const;
              },
            },
            text,
            courses.value ?? [],
          ),
    // What is found stays while it is looked at: the world may go on meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [text, courses.value],
  );
  const letters = lettersOf(text);
  const all = found.flatMap(({ shown }) => shown);
  const chosen = chosenAmong(all, walkedTo.value);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, text]);
  const choose = (command: Command | undefined) => {
    if (command !== undefined) void runCommand(palette, command);
  };
  return (
    <>
      <FindHead
        label={words.findAll}
        placeholder={words.placeholder}
        list="palette-list"
        count={all.length}
        chosen={chosen}
        query={text}
        onQuery={(typed) => {
          query.value = typed;
          walkedTo.value = '';
          palette.refusal.value = '';
        }}
        onWalk={(to) => {
          walkedTo.value = all[to]?.id ?? '';
        }}
        onTake={() => {
          choose(all[chosen]);
        }}
      />
      {palette.refusal.value === '' ? null : (
        <p class="refusal" role="alert">
          {palette.refusal.value}
        </p>
      )}
      <div ref={list} class="palette-list" id="palette-list" role="listbox" aria-label={words.results}>
        {found.map(({ group, shown, more }) => (
          <div key={group} role="group" aria-label={words.groups[group]}>
            <p class="palette-group" aria-hidden="true">
              {words.groups[group]}
            </p>
            {shown.map((command) => (
              <Option
                key={command.id}
                command={command}
                index={all.indexOf(command)}
                chosen={all[chosen] === command}
                letters={letters}
                onChoose={choose}
              />
            ))}
            {more > 0 ? <p class="palette-more">{words.moreFound(more)}</p> : null}
          </div>
        ))}
      </div>
      <div role="status">
        {all.length > 0 ? null : (
          <div class="palette-none">
            <p dir="auto">{words.none(text)}</p>
            <p class="note">{words.noneHint}</p>
          </div>
        )}
      </div>
      <footer class="palette-foot">
        {words.prefixes.map(([prefix, says]) => (
          <span key={prefix}>
            <kbd>{prefix}</kbd> {says}
          </span>
        ))}
        <span class="push" />
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {words.choose}
        </span>
      </footer>
    </>
  );
}

type OptionProps = {
  readonly command: Command;
  readonly index: number;
  readonly chosen: boolean;
  /** What was typed, word by word: it is marked where it was found. */
  readonly letters: readonly string[];
  readonly onChoose: (command: Command) => void;
};

function Option({ command, index, chosen, letters, onChoose }: OptionProps) {
  const { palette } = useAppContext();
  const { title, detail, icon, key } = command;
  return (
    <div
      id={`palette-${String(index)}`}
      class="palette-row"
      role="option"
      aria-selected={chosen}
      onClick={() => {
        onChoose(command);
      }}
    >
      <Icon name={icon} size={16} />
      <b dir="auto">
        <Marked text={title} letters={letters} />
      </b>
      <span class="palette-detail" dir="auto">
        <Marked text={detail} letters={letters} />
      </span>
      {key !== undefined && palette.letters.value ? <kbd>{key.toUpperCase()}</kbd> : null}
    </div>
  );
}
