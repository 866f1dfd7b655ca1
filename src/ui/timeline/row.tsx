import { useAppContext } from '../context.ts';
import { milliOf } from '../format.ts';
import { Icon } from '../controls/icon.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { RuleMark } from '../rules/rule-mark.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { memo } from '../controls/memo.ts';
import { pastOf } from '../past/past.ts';
import { textOf } from '../sentences/sentence.ts';
import { SentenceView } from '../sentences/sentence-view.tsx';
import { useSentence } from '../sentences/use-sentence.ts';
import { timelineWords } from '../words/timeline-words.ts';
import { Actor } from './actor.tsx';
import type { StepMark } from './check-marks.ts';
import type { TimelineRow } from './steps.ts';

/** Deeper than this the indentation no longer grows. */
const deepest = 8;

type RowProps = TimelineRow & {
  readonly selected: boolean;
  /** It shows a hint at a bot, or what is folded under it does. */
  readonly hinted: boolean;
  /** Checks of a lesson that passed with it, or with what is folded under it, in words. */
  readonly passed: string | undefined;
  /** A lesson that is being made starts or is done here. */
  readonly mark: StepMark | undefined;
  readonly onChoose: (laned: TimelineRow['laned']) => void;
  readonly onFold: (moment: string) => void;
};

/**
 * What happened, in a sentence on one line; what followed from it is folded under it, or indented below. Drawn again
 * only when it says something else: with every message all rows are told of.
 */
export const Row = memo(function Row(props: RowProps) {
  const {
    laned,
    moment,
    count,
    unfolded,
    level,
    to,
    failed,
    selected,
    hinted,
    passed,
    mark,
    onChoose,
    onFold,
  } = props;
  const { store } = useAppContext();
  const { byHand } = pastOf(store);
  const { event, lane } = laned;
  const sentence = useSentence(event);
  const zone = store.world.peek()?.timeZone;
  if (sentence === undefined || zone === undefined) return null;
  const time = milliOf(Date.parse(event.at), zone);
  const folds = count > 0;
  const isByHand = level === 0 && byHand.value.has(event.step);
  return (
    <div
      id={`event-${String(event.seq)}`}
      class={`event-row ${selected ? 'selected' : ''} ${sentence.bad ? 'bad' : ''} ${level > 0 ? 'under' : ''}`}
      role="treeitem"
      aria-level={level + 1}
      aria-selected={selected}
      {...(folds ? { 'aria-expanded': unfolded } : {})}
      data-event={event.type}
      data-seq={event.seq}
      onClick={() => {
        onChoose(laned);
      }}
    >
      <time class="number" title={time}>
        {level > 0 ? '' : time.slice(0, -4)}
      </time>
      <span
        class="event-what"
        style={{ paddingLeft: `${String(Math.min(level, deepest) * 14)}px` }}
        title={textOf(sentence)}
      >
        <Actor event={event} lane={lane} /> <SentenceView {...sentence} />
      </span>
      {isByHand ? (
        <span class="by-hand" role="img" aria-label={timelineWords.byHand} title={timelineWords.byHand}>
          <LaterIcon name="hand" size={13} />
        </span>
      ) : null}
      {failed ? (
        <span
          class="badge bad"
          role="img"
          aria-label={timelineWords.stepFailed}
          title={timelineWords.stepFailed}
        >
          !
        </span>
      ) : null}
      {passed === undefined ? null : (
        <span class="check-mark" title={timelineWords.passed(passed)}>
          <LaterIcon name="passed" size={13} /> <span>{passed}</span>
          <span class="hidden-text"> {timelineWords.passedWord}</span>
        </span>
      )}
      {mark === undefined ? null : <span class={`step-mark ${mark.kind}`}>{mark.text}</span>}
      {hinted ? (
        <i class="hint-dot" role="img" aria-label={timelineWords.hinted} title={timelineWords.hinted} />
      ) : null}
      {to === undefined ? null : (
        <span class="outcome">
          <span aria-hidden="true">→ </span>
          <StatusChip status={to} bare />
        </span>
      )}
      {event.rule === undefined ? null : <RuleMark rule={event.rule} />}
      {folds ? (
        <span
          class="fold"
          aria-hidden="true"
          title={unfolded ? timelineWords.foldStep : timelineWords.unfoldStep(count)}
          onClick={(click) => {
            click.stopPropagation();
            onFold(moment);
          }}
        >
          {unfolded ? '' : `+${String(count)}`}
          <Icon name={unfolded ? 'down' : 'right'} size={13} />
        </span>
      ) : null}
    </div>
  );
});
