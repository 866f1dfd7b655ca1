import { useSurroundings } from '../context.ts';
import { milliOf } from '../format.ts';
import { Icon } from '../parts/icon.tsx';
import { StatusChip } from '../parts/status-chip.tsx';
import { RuleMark } from '../rules/rule-mark.tsx';
import { sentenceOf } from '../sentences/sentence-of.ts';
import { textOf } from '../sentences/sentence.ts';
import { SentenceView } from '../sentences/sentence-view.tsx';
import { words } from '../words.ts';
import { Actor } from './actor.tsx';
import type { TimelineRow } from './steps.ts';

/** Deeper than this the indentation no longer grows. */
const deepest = 8;

type RowProps = {
  readonly row: TimelineRow;
  readonly top: number;
  readonly selected: boolean;
  readonly onChoose: (row: TimelineRow) => void;
  readonly onFold: (row: TimelineRow) => void;
};

/** What happened, in a sentence on one line; what followed from it is folded under it, or indented below. */
export function Row({ row, top, selected, onChoose, onFold }: RowProps) {
  const { store } = useSurroundings();
  const { event, lane } = row.laned;
  const world = store.world.peek();
  if (world === null) return null;
  const events = store.events.peek();
  const first = events[0]?.seq ?? 1;
  const sentence = sentenceOf(event, { world, lookUp: (seq) => events[seq - first] });
  const time = milliOf(Date.parse(event.at), world.timeZone);
  const folds = row.count > 0;
  return (
    <div
      id={`event-${String(event.seq)}`}
      class={`event-row ${selected ? 'selected' : ''} ${sentence.bad ? 'bad' : ''} ${row.level > 0 ? 'under' : ''}`}
      role="treeitem"
      aria-level={row.level + 1}
      aria-selected={selected}
      {...(folds ? { 'aria-expanded': row.unfolded } : {})}
      data-event={event.type}
      data-seq={event.seq}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={() => {
        onChoose(row);
      }}
    >
      <time class="number" title={time}>
        {row.level > 0 ? '' : time.slice(0, -4)}
      </time>
      <span
        class="event-what"
        style={{ paddingLeft: `${String(Math.min(row.level, deepest) * 14)}px` }}
        title={textOf(sentence)}
      >
        <Actor event={event} lane={lane} /> <SentenceView {...sentence} />
      </span>
      {row.outcome.failed ? (
        <span class="badge bad" role="img" aria-label={words.stepFailed} title={words.stepFailed}>
          !
        </span>
      ) : null}
      {row.outcome.to === undefined ? null : (
        <span class="outcome">
          <span aria-hidden="true">→ </span>
          <StatusChip status={row.outcome.to} bare />
        </span>
      )}
      {event.rule === undefined ? null : <RuleMark rule={event.rule} />}
      {folds ? (
        <span
          class="fold"
          aria-hidden="true"
          title={row.unfolded ? words.foldStep : words.unfoldStep(row.count)}
          onClick={(click) => {
            click.stopPropagation();
            onFold(row);
          }}
        >
          {row.unfolded ? '' : `+${String(row.count)}`}
          <Icon name={row.unfolded ? 'down' : 'right'} size={13} />
        </span>
      ) : null}
    </div>
  );
}
