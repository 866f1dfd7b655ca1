import type { Timer } from '../../engine/world.ts';
import { useNow, useAppContext, useWorld } from '../context.ts';
import { dayOf, lengthOf, secondOf } from '../format.ts';
import { useLookUp } from '../session/use-events.ts';
import { chooseEvent } from '../select-event.ts';
import { sentenceOf } from '../sentences/sentence-of.ts';
import { textOf } from '../sentences/sentence.ts';
import { clockWords } from '../words/clock-words.ts';
import { timerText } from './due.ts';

/** So many are shown; of the rest it is said how many there are. */
const most = 50;

type DueListProps = { readonly onJump: (to: number) => void; readonly onWhy: () => void };

/** What waits for its time, in order: when, what, and which event set it. A click moves the clock there. */
export function DueList({ onJump, onWhy }: DueListProps) {
  const timers = useWorld((world) => world.timers);
  const shown = timers.slice(0, most);
  const { lookUp } = useLookUp((look) => shown.find(({ seq }) => look(seq) === undefined)?.seq ?? 0);
  return (
    <section class="due" aria-labelledby="due-title">
      <h3 id="due-title">
        {clockWords.due} {timers.length === 0 ? null : <span class="count">{timers.length}</span>}
      </h3>
      {timers.length === 0 ? <p class="note">{clockWords.nothingDue}</p> : null}
      <ul>
        {shown.map((timer) => (
          <Row
            key={`${String(timer.seq)} ${timer.kind} ${timer.kind === 'warning' ? timer.level : ''}`}
            timer={timer}
            lookUp={lookUp}
            onJump={onJump}
            onWhy={onWhy}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = DueListProps & {
  readonly timer: Timer;
  readonly lookUp: ReturnType<typeof useLookUp>['lookUp'];
};

function Row({ timer, lookUp, onJump, onWhy }: RowProps) {
  const { store, windowState } = useAppContext();
  const now = useNow();
  const zone = useWorld((world) => world.timeZone);
  const what = useWorld((world) => timerText(world, timer));
  const cause = lookUp(timer.seq);
  const why = useWorld((world) => (cause === undefined ? '' : textOf(sentenceOf(cause, { world, lookUp }))));
  const isToday = dayOf(timer.due, zone) === dayOf(now, zone);
  const at = `${isToday ? '' : `${dayOf(timer.due, zone)} `}${secondOf(timer.due, zone)}`;
  return (
    <li class="due-row">
      <button
        type="button"
        class="due-go"
        title={clockWords.moveTo(at, what)}
        onClick={() => {
          onJump(timer.due);
        }}
      >
        <span class="due-when">
          <time class="number">{at}</time>
          <span class="muted number">{lengthOf(timer.due - now)}</span>
        </span>
        <span class="due-what">{what}</span>
      </button>
      <button
        type="button"
        class="link due-why"
        aria-label={`${clockWords.since} ${why}`}
        title={why}
        disabled={cause === undefined}
        onClick={() => {
          if (cause !== undefined) chooseEvent({ store, windowState }, cause);
          onWhy();
        }}
      >
        {cause === undefined ? clockWords.earlier : why}
      </button>
    </li>
  );
}
