import { hoursWords as words } from '../words/hours-words.ts';
import { placeOn, type Range } from './range.ts';
import { aroundLunch, moved, stepMinutes, stepped, timeOf, timesOf, withEdge, type Span } from './span.ts';

export type BarNames = {
  readonly start: string;
  readonly stop: string;
  readonly bar: (from: string, to: string) => string;
};

type DayBarProps = {
  /** What its parts are called. */
  readonly named: BarNames;
  readonly span: Span;
  /** The part of lunch that lies within. */
  readonly lunch: Span | null;
  readonly range: Range;
  /** A pointer draws it. */
  readonly isHeld: boolean;
  readonly onChange: (span: Span) => void;
  readonly onClose: () => void;
  readonly onType: () => void;
};

/** Minutes that Shift makes of a step. */
const large = 60;

/** By how much a key moves something; undefined for other keys. */
const byOf = (event: KeyboardEvent): number | undefined => {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const step = event.shiftKey ? large : stepMinutes;
  return { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step }[event.key];
};

/** The hours of a day, or lunch, as a bar, lunch within hatched: the bar moves as a whole, each of its edges for itself. */
export function DayBar({ named, span, lunch, range, isHeld, onChange, onClose, onType }: DayBarProps) {
  const { start, stop } = timesOf(span);
  const common = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter') onType();
    else if (event.key === 'Delete' || event.key === 'Backspace') onClose();
    else return false;
    event.preventDefault();
    return true;
  };
  const move = (event: KeyboardEvent) => {
    const by = byOf(event);
    if (common(event) || by === undefined) return;
    event.preventDefault();
    onChange(moved(span, stepped(span[0], by) - span[0]));
  };
  const edge = (which: 'start' | 'stop') => {
    const at = which === 'start' ? span[0] : span[1];
    const [least, most] = which === 'start' ? [0, span[1] - stepMinutes] : [span[0] + stepMinutes, 1440];
    return (
      <span
        class={`day-edge ${which}`}
        style={{ left: placeOn(range, at) }}
        data-edge={which}
        role="slider"
        tabIndex={0}
        aria-label={named[which]}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={at}
        aria-valuetext={timeOf(at)}
        onKeyDown={(event) => {
          const by = byOf(event);
          const to =
            { Home: least, End: most }[event.key] ?? (by === undefined ? undefined : stepped(at, by));
          if (common(event) || to === undefined) return;
          event.preventDefault();
          onChange(withEdge(span, which, Math.min(most, Math.max(least, to))));
        }}
      />
    );
  };
  const at = ([from, to]: Span) => ({
    left: placeOn(range, from),
    right: placeOn({ from: range.to, to: range.from }, to),
  });
  return (
    <>
      {edge('start')}
      <button
        type="button"
        class={isHeld ? 'day-bar held' : 'day-bar'}
        data-edge="bar"
        style={at(span)}
        aria-label={named.bar(start, stop)}
        onKeyDown={move}
        onDblClick={onType}
      />
      {aroundLunch(span, lunch).map((piece) => (
        <span key={piece[0]} class="day-piece" style={at(piece)} aria-hidden="true">
          <span>{words.span(timeOf(piece[0]), timeOf(piece[1]))}</span>
        </span>
      ))}
      {lunch === null ? null : (
        <span class="day-lunch" style={at(lunch)} title={words.lunchAt(timeOf(lunch[0]), timeOf(lunch[1]))} />
      )}
      {edge('stop')}
    </>
  );
}
