import { useRef } from 'preact/hooks';
import type { OpeningHours } from '../../engine/definition.ts';
import { DayBar } from './day-bar.tsx';
import { DrawingTip } from './drawing-tip.tsx';
import { hoursWords as words } from '../words/hours-words.ts';
import type { Range } from './range.ts';
import { spanOf, timesOf, type Span } from './span.ts';
import { useDrawing } from './use-drawing.ts';

type LunchTrackProps = {
  readonly value: OpeningHours;
  readonly range: Range;
  readonly onChange: (value: OpeningHours) => void;
};

/** The line of lunch, which is the same on all days: it is drawn, dragged at its edges and moved as their hours are. */
export function LunchTrack({ value, range, onChange }: LunchTrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const { lunch } = value;
  const stored = lunch.enabled ? spanOf(lunch) : null;
  const take = (span: Span) => {
    onChange({ ...value, lunch: { enabled: true, ...timesOf(span) } });
  };
  const drawing = useDrawing({ track, range, stored, onDrawn: take });
  const span = drawing.span ?? stored;
  return (
    <div class={`week-row lunch-row ${span === null ? 'shut' : ''}`}>
      <b>{words.lunch}</b>
      <div
        ref={track}
        class={drawing.span === null ? 'day-track' : 'day-track drawing'}
        style={{ '--hours': String((range.to - range.from) / 60) }}
        {...drawing.handlers}
      >
        {span === null ? (
          <span class="day-closed">{words.noLunch}</span>
        ) : (
          <DayBar
            named={words.lunchBar}
            span={span}
            lunch={null}
            range={range}
            isHeld={drawing.span !== null}
            onChange={take}
            onClose={() => {
              onChange({ ...value, lunch: { ...lunch, enabled: false } });
            }}
            onType={() => {
              track.current
                ?.closest('.hours')
                ?.querySelector<HTMLElement>('.hours-lunch .time-field input')
                ?.focus();
            }}
          />
        )}
        {drawing.span === null ? null : <DrawingTip span={drawing.span} before={stored} range={range} />}
      </div>
      <span class="week-sum">{words.everyDay}</span>
    </div>
  );
}
