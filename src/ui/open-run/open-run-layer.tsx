import type { RecordedEvent } from '../../engine/events.ts';
import { useAppContext } from '../context.ts';
import { isCovered } from '../frame/is-covered.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { usePointedAt } from '../controls/use-pointed-at.ts';
import { openRunOf } from './open-run.ts';
import { openRunWords as words } from '../words/open-run-words.ts';
import { ranScript } from './ran-script.ts';
import './open-run.css';

/** Rows that stand for an event: of the timeline, of Why?, of the console, and of calls. */
const rows = '.event-row, .cause-button[data-moment], .line-button[data-moment]';

/** What of a row its button stands at the end of. */
const ends = '.event-what, .cause-text, .line-text';

/** The pointer may be away from a row so long, in milliseconds, to reach the button. */
const away = 200;

type At = { readonly row: HTMLElement; readonly event: RecordedEvent };

/**
 * "Debug", in the row that the pointer is at, where a script ran in that step. Those who use keys have it in the menu of the row, in its
 * details, and by a key in the timeline.
 */
export function OpenRunLayer() {
  const context = useAppContext();
  const { store } = context;
  const { at: shown, leave } = usePointedAt<At>({
    find: (target) => {
      const row = target.closest<HTMLElement>(rows);
      if (row === null || isCovered()) return null;
      const events = store.events.peek();
      const event = events[Number(row.dataset['seq'] ?? row.dataset['moment']) - (events[0]?.seq ?? 1)];
      return event === undefined || !ranScript(events, event) ? null : { row, event };
    },
    isSame: (one, other) => one.row === other.row,
    own: '.open-run',
    away,
  });
  if (shown === null || store.workspace.value === null || !shown.row.isConnected) return null;
  const row = shown.row.getBoundingClientRect();
  const end = (shown.row.querySelector(ends) ?? shown.row).getBoundingClientRect();
  const px = (size: number) => `${String(Math.round(size))}px`;
  return (
    <button
      type="button"
      tabIndex={-1}
      class="open-run"
      style={{ top: px(row.top + Math.min(row.height, 28) / 2 - 11), right: px(innerWidth - end.right) }}
      aria-label={words.open}
      title={`${words.open}. ${words.openHint}`}
      onClick={() => {
        leave();
        void openRunOf(context, shown.event);
      }}
    >
      <LaterIcon name="bug" size={13} />
    </button>
  );
}
