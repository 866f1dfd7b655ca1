import { useRef } from 'preact/hooks';
import type { Hours, OpeningHours } from '../../engine/definition.ts';
import { nextClockChange, type WeekDay } from '../../engine/opening-week.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { DayBar } from './day-bar.tsx';
import { DrawingTip } from './drawing-tip.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import { placeOn, type Range } from './range.ts';
import { minutesOf, overlap, spanOf, timesOf, type Span } from './span.ts';
import { useDrawing } from './use-drawing.ts';

type DayTrackProps = {
  readonly one: WeekDay;
  readonly value: OpeningHours;
  readonly range: Range;
  readonly at: number | null;
  readonly closedText: string;
  readonly onChange: (hours: Hours) => void;
  readonly onType: () => void;
};

/** The line of a day. Hours are drawn on it, dragged at their edges, and moved. */
export function DayTrack({ one, value, range, at, closedText, onChange, onType }: DayTrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const hours = value.days[one.day];
  const stored = hours.enabled ? spanOf(hours) : null;
  const take = (span: Span) => {
    onChange({ enabled: true, ...timesOf(span) });
  };
  const drawing = useDrawing({ track, range, stored, onDrawn: take });
  const span = drawing.span ?? stored;
  const lunch = value.lunch.enabled ? spanOf(value.lunch) : null;
  const cut = span === null || lunch === null ? null : overlap(span, lunch);
  return (
    <div
      ref={track}
      class={drawing.span === null ? 'day-track' : 'day-track drawing'}
      style={{ '--hours': String((range.to - range.from) / 60) }}
      {...drawing.handlers}
    >
      <ChangeMark one={one} zone={value.timeZone} range={range} />
      {span === null ? <span class="day-closed">{closedText}</span> : null}
      {span === null ? null : (
        <DayBar
          named={words.dayBar(words.long[one.day])}
          span={span}
          lunch={cut}
          range={range}
          isHeld={drawing.span !== null}
          onChange={take}
          onClose={() => {
            onChange({ ...hours, enabled: false });
          }}
          onType={onType}
        />
      )}
      {drawing.span === null ? null : <DrawingTip span={drawing.span} before={stored} range={range} />}
      {at === null || at < range.from || at > range.to ? null : (
        <i class="day-now" style={{ left: placeOn(range, at) }} />
      )}
    </div>
  );
}

/** The day on which the clocks of the zone are changed: the hour that is left out, or comes twice. */
function ChangeMark({
  one,
  zone,
  range,
}: {
  readonly one: WeekDay;
  readonly zone: string;
  readonly range: Range;
}) {
  if (one.to - one.from === 24 * 3_600_000) return null;
  const change = nextClockChange(zone, one.from - 1);
  const from = change === null ? null : minutesOf(change.from);
  if (change === null || from === null) return null;
  const text = words.change.mark(change.from, change.to);
  const left = Math.min(range.to, Math.max(range.from, from));
  return (
    <span class="day-change" style={{ left: placeOn(range, left) }} title={text}>
      <LaterIcon name="sun" size={14} />
      <span>{text}</span>
    </span>
  );
}
