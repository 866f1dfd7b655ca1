import { LaterIcon } from '../controls/later-icon.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import { placeOn, type Range } from './range.ts';
import { timesOf, type Span } from './span.ts';

type DrawingTipProps = { readonly span: Span; readonly before: Span | null; readonly range: Range };

/** What is being drawn, in numbers, and how much more or less that is than it was. */
export function DrawingTip({ span, before, range }: DrawingTipProps) {
  const { start, stop } = timesOf(span);
  const more = before === null ? 0 : span[1] - span[0] - (before[1] - before[0]);
  const by = words.sum(Math.abs(more));
  const isLate = span[1] > (range.from + range.to * 2) / 3;
  return (
    <span class={isLate ? 'day-tip within' : 'day-tip'} style={{ left: placeOn(range, span[1]) }}>
      <LaterIcon name="drag" size={13} /> <b>{words.span(start, stop)}</b>
      {more === 0 ? null : <span>{more > 0 ? words.longer(by) : words.shorter(by)}</span>}
    </span>
  );
}
