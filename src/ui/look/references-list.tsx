import { useEffect, useRef } from 'preact/hooks';
import type { ReferencePlace } from '../../protocol/script-query.ts';
import { useAppContext, useWorld } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { allScripts } from '../names.ts';
import { lookWords } from '../words/look-words.ts';
import { words } from '../words/words.ts';
import type { ReferencesFound } from './shown-looks.ts';
import './look.css';

type ReferencesListProps = { readonly found: ReferencesFound; readonly onClose: () => void };

/** Where a name is used, by script. A press leads there, and the list stays. */
export function ReferencesList({ found, onClose }: ReferencesListProps) {
  const { name, places, count, scripts: inScripts } = found;
  const list = useRef<HTMLElement>(null);
  const scripts = useWorld((world) => allScripts(world).map(({ script }) => script));
  const groups = scripts.flatMap(({ id, name: title }) => {
    const inScript = places.filter(({ script }) => script === id);
    return inScript.length === 0 ? [] : [{ id, title, places: inScript }];
  });
  useEffect(() => {
    list.current?.querySelector('button.line-button')?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('button.line-button') ?? [])];
      const at = rows.findIndex((row) => row === document.activeElement);
      rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <section ref={list} class="references" aria-label={lookWords.references} onKeyDown={walk}>
      <header class="references-head">
        <h4>{lookWords.found(count, name, inScripts)}</h4>
        <span class="push" />
        <button
          type="button"
          class="quiet icon-button small"
          aria-label={words.close}
          title={words.close}
          onClick={onClose}
        >
          <Icon name="close" size={13} />
        </button>
      </header>
      <div class="lines" tabIndex={0}>
        {groups.map(({ id, title, places: inScript }) => (
          <section key={id} aria-label={title}>
            <h5>
              {title} <span class="note number">{inScript.length}</span>
            </h5>
            <ul>
              {inScript.map((place) => (
                <li key={`${String(place.line)}:${String(place.column)}`}>
                  <Reference place={place} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {count > places.length ? (
          <p class="empty">{lookWords.moreReferences(count - places.length)}</p>
        ) : null}
      </div>
    </section>
  );
}

/** A name that stands so far in a line would be out of sight: only so much before it is shown. */
const farIn = 40;
const justBefore = 16;

function Reference({ place }: { readonly place: ReferencePlace }) {
  const { windowState } = useAppContext();
  const { script, line, column, text, from, to, declares } = place;
  return (
    <button
      type="button"
      class="line-button"
      onClick={() => {
        windowState.change({ script, line, column, bottom: 'script' });
      }}
    >
      <code class="line-text reference-text" dir="ltr">
        {from > farIn ? `…${text.slice(from - justBefore, from)}` : text.slice(0, from)}
        <mark>{text.slice(from, to)}</mark>
        {text.slice(to)}
      </code>
      {declares ? <span class="reference-declares">{lookWords.declares}</span> : null}
      <span class="line-place number">{lookWords.line(line)}</span>
    </button>
  );
}
