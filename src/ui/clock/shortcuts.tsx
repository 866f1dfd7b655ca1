import { useSignal } from '@preact/signals';
import { doorMoments, type DoorMoment } from '../../engine/opening-moments.ts';
import { useNow, useView, useWorld } from '../context.ts';
import { dayOf, minuteOf } from '../format.ts';
import { clockWords } from '../words/clock-words.ts';

const minute = 60_000;
const whiles = [
  [clockWords.later.minute, minute],
  [clockWords.later.minutes, 10 * minute],
  [clockWords.later.hour, 60 * minute],
  [clockWords.later.day, 24 * 60 * minute],
] as const;

/** Moments that one often wants: a while later, and when a channel opens, has lunch and closes. */
export function Shortcuts({ onChoose }: { readonly onChoose: (at: number) => void }) {
  const now = useNow();
  const session = useView((view) => view.session);
  const withHours = useWorld((world) =>
    world.channels.filter(({ properties }) => properties.openingHours.enabled),
  );
  const own = useWorld((world) => world.sessions.get(session)?.channel ?? 0);
  const chosen = useSignal(0);
  const channel =
    withHours.find(({ id }) => id === (chosen.value === 0 ? own : chosen.value)) ?? withHours[0];
  const zone = channel?.properties.openingHours.timeZone ?? 'UTC';
  // Doors are looked at to the minute: it is the same list for as long as a minute lasts.
  const doors = channel === undefined ? [] : doorMoments(channel, Math.floor(now / minute) * minute);
  const ahead = doors.filter(({ at }) => at > now);
  return (
    <div class="jump-shortcuts">
      <div class="jump-chips" role="group" aria-label={clockWords.steps}>
        {whiles.map(([label, by]) => (
          <button
            key={label}
            type="button"
            class="plain small"
            onClick={() => {
              onChoose(now + by);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {channel === undefined ? null : (
        <>
          {withHours.length === 1 ? null : (
            <label class="jump-field">
              {clockWords.hoursOf}
              <select
                value={String(channel.id)}
                onChange={(event) => {
                  chosen.value = Number(event.currentTarget.value);
                }}
              >
                {withHours.map(({ id, name }) => (
                  <option key={id} value={String(id)}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ul class="jump-doors" aria-label={clockWords.shortcuts(channel.name)}>
            {ahead.map((door) => (
              <Door key={door.kind} door={door} zone={zone} onChoose={onChoose} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type DoorProps = {
  readonly door: DoorMoment;
  readonly zone: string;
  readonly onChoose: (at: number) => void;
};

const Door = ({ door: { kind, at }, zone, onChoose }: DoorProps) => (
  <li>
    <button
      type="button"
      class="jump-door"
      onClick={() => {
        onChoose(at);
      }}
    >
      <span class="number">
        {dayOf(at, zone).slice(0, 3)} {minuteOf(at, zone)}
      </span>{' '}
      <span class="muted">{clockWords.doors[kind]}</span>
    </button>
  </li>
);
