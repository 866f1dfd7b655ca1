import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { localTimeOf } from '../../engine/local-time.ts';
import { zonedMoment, type ZonedMoment } from '../../engine/zoned-moment.ts';
import { useNow, useStore, useView, useWorld } from '../context.ts';
import { dayOf, lengthOf, secondOf } from '../format.ts';
import { refusalText } from '../refusal-text.ts';
import { clockWords } from '../words/clock-words.ts';
import { DueList } from './due-list.tsx';
import { whatFollows } from './due.ts';
import { Shortcuts } from './shortcuts.tsx';
import './clock.css';

const furthest = 366 * 86_400_000;

/** What stands in the fields at first: ten minutes on, to the minute. */
const soon = (now: number): number => Math.ceil(now / 60_000 + 10) * 60_000;

/** What is typed: a date and a time of day, as a zone's clocks show them. */
type Typed = { readonly date: string; readonly time: string; readonly isSecond: boolean };

function typedAt(at: number, zone: string): Typed {
  const [date = '', time = ''] = localTimeOf(at, zone).split(' ');
  return { date, time, isSecond: false };
}

/** Moves the clock to any moment ahead: by hand, by shortcuts of opening hours, or to what is due. */
export function JumpPanel({ close }: { readonly close: () => void }) {
  const store = useStore();
  const now = useNow();
  const panel = useRef<HTMLDivElement>(null);
  const zones = useZones();
  const zone = useSignal(zones.own);
  const typed = useSignal<Typed>(typedAt(soon(now), zones.own));
  const timers = useSignal<'all' | 'once'>('all');
  const refusal = useSignal('');
  const moment = zonedMoment(typed.value.date, typed.value.time, zone.value);
  const to = momentIn(moment, typed.value.isSecond);
  const problem = problemWith(to, now, zone.value);
  const follows = useWorld((world) => (to === null ? [] : whatFollows(world, to)));
  useLayoutEffect(() => {
    panel.current?.querySelector('input')?.focus();
  }, []);
  const jump = async (at: number) => {
    const answer = await store.jump({ to: at, timers: timers.value });
    refusal.value = refusalText(answer);
    if (answer.kind === 'committed') close();
  };
  return (
    <div ref={panel} class="jump">
      <form
        class="jump-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== null && problem === '') void jump(to);
        }}
      >
        <h2>{clockWords.title}</h2>
        <div class="jump-fields">
          <label class="jump-field">
            {clockWords.date}
            <input
              type="date"
              required
              value={typed.value.date}
              onInput={({ currentTarget }) => {
                typed.value = { ...typed.value, date: currentTarget.value };
              }}
            />
          </label>
          <label class="jump-field">
            {clockWords.time}
            <input
              type="time"
              step={1}
              required
              value={typed.value.time}
              onInput={({ currentTarget }) => {
                typed.value = { ...typed.value, time: currentTarget.value };
              }}
            />
          </label>
          {zones.all.length === 1 ? null : (
            <label class="jump-field wide">
              {clockWords.zone}
              <select
                value={zone.value}
                onChange={({ currentTarget }) => {
                  // The moment stays; what the clocks there show is another time.
                  typed.value = typedAt(to ?? now, currentTarget.value);
                  zone.value = currentTarget.value;
                }}
              >
                {zones.all.map(([name, whose]) => (
                  <option key={name} value={name}>
                    {clockWords.zoneOf(whose, name)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <Shortcuts
          onChoose={(at) => {
            typed.value = typedAt(at, zone.value);
            refusal.value = '';
          }}
        />
        <TimersChoice
          chosen={timers.value}
          onChoose={(chosen) => {
            timers.value = chosen;
          }}
        />
        <SummerTime
          moment={moment}
          isSecond={typed.value.isSecond}
          onSecond={(isSecond) => {
            typed.value = { ...typed.value, isSecond };
          }}
        />
        <div class="jump-end">
          <p class={problem === '' ? 'note' : 'note jump-problem'} role="status">
            {problem === ''
              ? [clockWords.inTime(lengthOf((to ?? now) - now)), ...follows].join(' · ')
              : problem}
          </p>
          <button type="submit" class="primary" disabled={problem !== ''}>
            {clockWords.go}
          </button>
        </div>
        {refusal.value === '' ? null : (
          <p class="refusal" role="alert">
            {refusal.value}
          </p>
        )}
      </form>
      <DueList onJump={(at) => void jump(at)} onWhy={close} />
    </div>
  );
}

const momentIn = (moment: ZonedMoment | null, isSecond: boolean): number | null =>
  moment?.kind === 'twice' && isSecond ? moment.second : (moment?.at ?? null);

/** Why the clock cannot go there; empty when it can. */
function problemWith(to: number | null, now: number, zone: string): string {
  if (to === null) return clockWords.noTime;
  if (to < now) return clockWords.past(`${dayOf(now, zone)} ${secondOf(now, zone)}`);
  return to - now > furthest ? clockWords.tooFar : '';
}

/** The zones in which one may think, each once, and that of the channel whose customer is selected. */
function useZones() {
  const session = useView((view) => view.session);
  const workspace = useWorld((world) => world.timeZone);
  const channels = useWorld((world) => world.channels);
  const selected = useWorld((world) => world.sessions.get(session)?.channel ?? 0);
  const all = new Map<string, string>([[workspace, clockWords.workspace]]);
  for (const { name, properties } of channels) {
    const { enabled, timeZone } = properties.openingHours;
    if (enabled && !all.has(timeZone)) all.set(timeZone, name);
  }
  const hours = channels.find(({ id }) => id === selected)?.properties.openingHours;
  return { all: [...all], own: hours?.enabled === true ? hours.timeZone : workspace };
}

type TimersChoiceProps = {
  readonly chosen: 'all' | 'once';
  readonly onChoose: (chosen: 'all' | 'once') => void;
};

const TimersChoice = ({ chosen, onChoose }: TimersChoiceProps) => (
  <fieldset class="jump-timers">
    <legend>{clockWords.timers}</legend>
    {(['all', 'once'] as const).map((name) => (
      <label key={name} class="jump-choice">
        <input
          type="radio"
          name="jump-timers"
          checked={chosen === name}
          onChange={() => {
            onChoose(name);
          }}
        />
        <span>
          {clockWords[name]}
          <small>{clockWords[`${name}Hint`]}</small>
        </span>
      </label>
    ))}
  </fieldset>
);

type SummerTimeProps = {
  readonly moment: ZonedMoment | null;
  readonly isSecond: boolean;
  readonly onSecond: (isSecond: boolean) => void;
};

/** What there is to say of a time that the clocks show never, or twice. */
function SummerTime({ moment, isSecond, onSecond }: SummerTimeProps) {
  if (moment?.kind === 'skipped') return <p class="note">{clockWords.skipped(moment.shows)}</p>;
  if (moment?.kind !== 'twice') return null;
  return (
    <>
      <p class="note">{clockWords.twice}</p>
      <label class="jump-choice">
        <input
          type="checkbox"
          checked={isSecond}
          onChange={({ currentTarget }) => {
            onSecond(currentTarget.checked);
          }}
        />
        <span>{clockWords.second}</span>
      </label>
    </>
  );
}
