import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { secondOf } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { BookmarkButton } from './bookmark-button.tsx';
import { Branches } from './branches.tsx';
import { Marks } from './marks.tsx';
import { pastOf, type Past } from './past.ts';
import { momentOf, stepsUpTo } from './places-in-time.ts';
import { playerOf, type Speed } from './play.ts';
import { pastWords as words } from '../words/past-words.ts';
import './past.css';

const speeds: readonly Speed[] = ['1', '4', '16', 'reading'];

/** Under the timeline: all steps of the log, and where among them the window stands. Below it are the ways on and back. */
export function PastSlider() {
  const { store } = useAppContext();
  const past = pastOf(store);
  useEffect(() => past.learn(), [past]);
  const all = past.marks.value.length;
  const hasSteps = (store.live.value?.world.seq ?? 0) > 0;
  if (!hasSteps) return null;
  const turnTo = () => void past.catchUp();
  const isPast = past.at.value !== null;
  return (
    <div
      class={`past-slider ${isPast ? 'open' : ''}`}
      role="group"
      aria-label={words.slider}
      data-seq={past.marks.value.at(-1)?.seq}
      onPointerEnter={turnTo}
      onFocusIn={turnTo}
    >
      <div class="past-ways">
        <Ways past={past} />
      </div>
      <div class="past-ways past-ends">
        <span class="number past-count">{isPast ? words.step(past.steps.value, all) : null}</span>
        <BookmarkButton past={past} />
        <Branches />
      </div>
      <Track past={past} />
    </div>
  );
}

function Ways({ past }: { readonly past: Past }) {
  const { store } = useAppContext();
  const player = playerOf(store);
  const plays = player.plays.value;
  const isPast = past.at.value !== null;
  const way = (icon: LaterIconName, label: string, act: () => void, isOff = false) => (
    <button
      type="button"
      class="quiet icon-button"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) act();
      }}
    >
      <LaterIcon name={icon} />
    </button>
  );
  return (
    <>
      {isPast ? way('toStart', words.start, () => void past.goTo(0), past.at.value === 0) : null}
      {way('stepBack', words.stepBack, () => void past.goStep(-1), past.at.value === 0)}
      {plays ? way('stop', words.stop, player.stop) : way('play', words.play, player.play)}
      {isPast ? way('stepOn', words.stepOn, () => void past.goStep(1)) : null}
      {isPast ? way('toEnd', words.end, past.back) : null}
      {isPast ? (
        <select
          class="past-speed"
          aria-label={words.speed}
          value={player.speed.value}
          onChange={(event) => {
            player.setSpeed(event.currentTarget.value as Speed);
          }}
        >
          {speeds.map((speed) => (
            <option key={speed} value={speed}>
              {words.speeds[speed]}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}

function Track({ past }: { readonly past: Past }) {
  const { store } = useAppContext();
  const marks = past.marks.value;
  const all = marks.length;
  const done = past.steps.value;
  /** Where the handle is held, until that moment is shown. */
  const held = useSignal<number | null>(null);
  const at = past.at.value;
  useEffect(() => {
    held.value = null;
  }, [at, held]);
  const value = held.value ?? done;
  const seqOf = (steps: number): number => (steps === all ? Infinity : (marks[steps - 1]?.seq ?? 0));
  const zone = store.world.value?.timeZone ?? 'UTC';
  const when = store.world.value?.now ?? 0;
  const { bookmarks } = past;
  return (
    <div class="past-track">
      <Marks marks={marks} />
      <input
        type="range"
        min={0}
        max={all}
        step={1}
        value={value}
        aria-label={words.slider}
        aria-valuetext={at === null ? words.nowIs(all) : `${words.step(done, all)}, ${secondOf(when, zone)}`}
        title={words.keys}
        style={{ '--done': `${String((100 * value) / Math.max(1, all))}%` }}
        onInput={(event) => {
          const steps = Number(event.currentTarget.value);
          held.value = steps;
          void past.goTo(seqOf(steps));
        }}
        onKeyDown={(event) => {
          const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key] as
            1 | -1 | undefined;
          if (by === undefined) return;
          event.preventDefault();
          void (event.shiftKey ? past.goEvent(by) : past.goStep(by));
        }}
      />
      {bookmarks.value.map((one) => {
        const seq = momentOf(one, marks) ?? 0;
        const left = (100 * stepsUpTo(marks, seq)) / Math.max(1, all);
        return (
          <button
            key={`${String(one.step)} ${String(one.event ?? '')}`}
            type="button"
            class={`past-flag ${seq === at ? 'here' : ''}`}
            style={{ left: `${String(left)}%` }}
            aria-label={words.marked(one.name)}
            title={one.note === undefined ? one.name : `${one.name}: ${one.note}`}
            onClick={() => void past.goTo(seq)}
          >
            <LaterIcon name="bookmarks" size={13} />
          </button>
        );
      })}
    </div>
  );
}
