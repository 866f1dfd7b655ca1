import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useAppContext, useWorld } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { scriptName } from './call-rows.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { placeOf, sliderMarks, type MarkKind, type SliderMark } from './slider-marks.ts';

const markIcons: Readonly<Partial<Record<MarkKind, LaterIconName>>> = {
  bot: 'bot',
  trigger: 'trigger',
  script: 'script',
  message: 'transcript',
  status: 'start',
  http: 'mocks',
  failure: 'warn',
};

/** The room of an icon, in pixels. */
const iconRoom = 18;

/** All statements of the step in one line, with what came of them. */
export function StatementSlider() {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const view = debugging.view.value;
  const track = useRef<HTMLDivElement>(null);
  const width = useSignal(600);
  /** Where the handle is held, until one stands there. */
  const held = useSignal<number | null>(null);
  useEffect(() => {
    held.value = null;
  }, [view, held]);
  useEffect(() => {
    if (track.current === null) return undefined;
    const measured = new ResizeObserver(([entry]) => {
      if (entry !== undefined) width.value = entry.contentRect.width;
    });
    measured.observe(track.current);
    return () => {
      measured.disconnect();
    };
  }, [width]);
  const world = useWorld((now) => now);
  if (view === null) return null;
  const { statement, statements, calls } = view;
  const marks = sliderMarks(view, iconRoom / Math.max(1, width.value));
  const value = held.value ?? statement;
  const [call] = calls;
  const place = call === undefined || value !== statement ? '' : words.at(scriptName(world, call), call.line);
  return (
    <div class="debug-slider">
      <p class="debug-count">
        {words.statement}{' '}
        <b class="number">
          {value > statements ? words.atEnd(statements) : words.statementOf(value, statements)}
        </b>
      </p>
      <div class="debug-track" ref={track}>
        <Marks marks={marks} onGo={(to) => void debugging.goTo(to)} />
        <input
          type="range"
          min={1}
          max={statements + 1}
          step={1}
          value={value}
          aria-label={words.slider}
          aria-valuetext={words.sliderText(value, statements, place)}
          title={words.sliderKeys}
          style={{ '--done': `${String(100 * placeOf(value, statements))}%` }}
          onInput={(event) => {
            const to = Number(event.currentTarget.value);
            held.value = to;
            void debugging.goTo(to);
          }}
        />
      </div>
      <button
        type="button"
        class="quiet icon-button small"
        aria-label={words.verbs.toStart[0]}
        title={words.verbs.toStart[0]}
        onClick={() => void debugging.move({ command: 'toStart' })}
      >
        <LaterIcon name="toStart" />
      </button>
      <button
        type="button"
        class="quiet icon-button small"
        aria-label={words.verbs.toEnd[0]}
        title={words.verbs.toEnd[0]}
        onClick={() => void debugging.move({ command: 'toEnd' })}
      >
        <LaterIcon name="toEnd" />
      </button>
    </div>
  );
}

type MarksProps = {
  readonly marks: readonly SliderMark[];
  readonly onGo: (statement: number) => void;
};

/** A line for each, and an icon where there is room: pressed, one stands there. The slider says the same by keyboard. */
const Marks = ({ marks, onGo }: MarksProps) => (
  <div class="debug-marks" aria-hidden="true">
    {marks.map(({ statement, kind, place, hasIcon }) => {
      const icon = hasIcon ? markIcons[kind] : undefined;
      return (
        <span
          key={statement}
          class={`debug-mark of-${kind}`}
          style={{ left: `${String(100 * place)}%` }}
          title={words.goMark(words.marks[kind], statement)}
          onClick={() => {
            onGo(statement);
          }}
        >
          {icon === undefined ? null : <LaterIcon name={icon} size={13} />}
        </span>
      );
    })}
  </div>
);
