import { LaterIcon } from '../controls/later-icon.tsx';
import { hoursWords as words } from '../words/hours-words.ts';

type WeekNameProps = {
  readonly number: number;
  /** How many weeks after that of the clock it is. */
  readonly ahead: number;
  readonly onAhead: (ahead: number) => void;
};

/** Which week is shown; the hours are the same in all of them, the days and what becomes of the clocks are not. */
export const WeekName = ({ number, ahead, onAhead }: WeekNameProps) => (
  <span class="week-name">
    <button
      type="button"
      class="quiet icon-button"
      aria-label={words.weekBefore}
      title={words.weekBefore}
      onClick={() => {
        onAhead(ahead - 1);
      }}
    >
      <LaterIcon name="back" size={13} />
    </button>
    <span role="status">{words.week(number)}</span>
    <button
      type="button"
      class="quiet icon-button"
      aria-label={words.weekAfter}
      title={words.weekAfter}
      onClick={() => {
        onAhead(ahead + 1);
      }}
    >
      <LaterIcon name="arrow" size={13} />
    </button>
  </span>
);
