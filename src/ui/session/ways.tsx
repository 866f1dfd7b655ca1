import type { SessionStatus } from '../../engine/numbers.ts';
import type { Session } from '../../engine/world.ts';
import { statusShort } from '../statuses.ts';
import { words } from '../words/words.ts';

/** A change of status as the selection names it: `5 6`. */
export const edgeKey = (from: SessionStatus, to: SessionStatus): string => `${String(from)} ${String(to)}`;

type WaysProps = {
  readonly session: Pick<Session, 'id' | 'way'>;
  readonly chosen: string;
  readonly onSelect: (session: number, to: SessionStatus, from: SessionStatus) => void;
  /** Which line has the focus; empty is none. */
  readonly onFocus: (edge: string) => void;
};

/** To the next or the former of its fellows, round and round. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((one) => one === document.activeElement);
  all[(at + by + all.length) % all.length]?.focus();
}

/**
 * The lines of the diagram as buttons, for the keyboard and for screen readers: a line is too thin to be one. The drawing
 * shows which has the focus; Tab comes to the chosen one or the last, arrow keys to the others.
 */
export function Ways({ session: { id, way }, chosen, onSelect, onFocus }: WaysProps) {
  if (way.length === 0) return null;
  const at = way.findIndex(([from, to]) => edgeKey(from, to) === chosen);
  const stop = at < 0 ? way.length - 1 : at;
  return (
    <div class="hidden-text" role="group" aria-label={words.ways} onKeyDown={walk}>
      {way.map(([from, to], index) => (
        <button
          key={edgeKey(from, to)}
          type="button"
          tabIndex={index === stop ? 0 : -1}
          aria-pressed={edgeKey(from, to) === chosen}
          onClick={() => {
            onSelect(id, to, from);
          }}
          onFocus={() => {
            onFocus(edgeKey(from, to));
          }}
          onBlur={() => {
            onFocus('');
          }}
        >
          {words.wentTo(statusShort(from), statusShort(to))}
        </button>
      ))}
    </div>
  );
}
