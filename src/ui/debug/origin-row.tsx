import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type {
  DebugOrigin,
  OriginLink,
  OriginOther,
  OriginPick,
  OriginPlace,
} from '../../protocol/debug-api.ts';
import { useAppContext, useWorld } from '../context.ts';
import { oneLine } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { debuggingOf } from './debugging.ts';
import { OriginSays } from './origin-says.tsx';
import { iconOf, nameOfPlace } from './origin-names.ts';
import { originWords as words } from '../words/origin-words.ts';

type RowProps = {
  readonly link: OriginLink;
  readonly before: DebugOrigin['before'][number] | undefined;
  readonly isLast: boolean;
  /** The others stand open: nobody can tell which of them it is. */
  readonly isOpen: boolean;
  readonly follow: (pick: OriginPick) => void;
};

/** One step back: what it was, and where that stands. Chosen, the debugger goes there. */
export function OriginRow({ link, before, isLast, isOpen, follow }: RowProps) {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const world = useWorld((now) => now);
  const areCopiesShown = useSignal(false);
  const list = useId();
  const { copies, others } = link;
  const isHere = debugging.view.value?.statement === link.statement;
  return (
    <>
      {areCopiesShown.value ? (
        <li class="origin-copies" id={list}>
          <ul>
            {copies.map((copy, index) => (
              <li key={index}>
                <code title={copy.text}>{statementOf(copy.text)}</code>
                <Go place={copy} />
              </li>
            ))}
          </ul>
        </li>
      ) : null}
      <li
        class={`origin-link kind-${link.kind} ${isLast ? 'last' : ''} ${isHere ? 'here' : ''}`}
        {...(isHere ? { 'aria-current': 'step' } : {})}
      >
        <div class="origin-says">
          <OriginSays link={link} world={world} />
        </div>
        <div class="origin-where">
          {before === undefined ? null : (
            <button
              type="button"
              class="origin-step quiet small"
              title={words.goToStep(before.step)}
              onClick={() =>
                void debugging.open({ kind: 'past', step: before.step, where: { seq: before.seq } })
              }
            >
              {words.step(before.step)}
            </button>
          )}
          <Go place={link} isMain />
          {copies.length === 0 ? null : (
            <button
              type="button"
              class="origin-more"
              aria-expanded={areCopiesShown.value}
              aria-controls={list}
              onClick={() => {
                areCopiesShown.value = !areCopiesShown.value;
              }}
            >
              <LaterIcon name={areCopiesShown.value ? 'open-menu' : 'right'} size={12} />
              {(areCopiesShown.value ? words.hideCopies : words.showCopies)(copies.length)}
            </button>
          )}
        </div>
        <Others others={others} isOpen={isOpen} follow={follow} />
      </li>
    </>
  );
}

const longest = 120;
const statementOf = (text: string): string => oneLine(text.replace(/;\s*$/, ''), longest);

/** A place that one can go to. */
function Go({ place, isMain = false }: { readonly place: OriginPlace; readonly isMain?: boolean }) {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const world = useWorld((now) => now);
  const name = words.place(nameOfPlace(world, place.script), place.line);
  return (
    <button
      type="button"
      class={isMain ? 'origin-go' : 'origin-go small'}
      title={words.goTo(name)}
      onClick={() => void debugging.goTo(place.statement)}
    >
      <LaterIcon name={iconOf(world, place.script)} size={13} />
      <span>{name}</span>
    </button>
  );
}

type OthersProps = {
  readonly others: readonly OriginOther[];
  readonly isOpen: boolean;
  readonly follow: (pick: OriginPick) => void;
};

/** What else it was made of. */
const Others = ({ others, isOpen, follow }: OthersProps) =>
  others.length === 0 ? null : (
    <p class={`origin-others ${isOpen ? 'open' : ''}`}>
      {isOpen ? null : <span class="note">{words.others}</span>}
      {others.map(({ name, value, pick }) => {
        const called = name === '' ? words.value : name;
        return (
          <button
            key={pick.other}
            type="button"
            class="origin-other"
            aria-label={words.follow(called)}
            title={`${words.follow(called)}: ${oneLine(value, longest)}`}
            onClick={() => {
              follow(pick);
            }}
          >
            <code>{called}</code>
            {value === '' ? null : <span>{oneLine(value, 24)}</span>}
          </button>
        );
      })}
    </p>
  );
