import { nextTimer } from '../../engine/timers.ts';
import { useNow, useStore, useWorld } from '../context.ts';
import { dayOf, secondOf } from '../format.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';

const speeds = [1, 2, 10, 60, 600];

/** The virtual clock of the world: pause and run, how fast, and on to whatever happens next by itself. */
export function Clock() {
  const store = useStore();
  const { paused, speed } = store.clock.value;
  const zone = useWorld((world) => world.timeZone);
  const due = useWorld(nextTimer);
  const now = useNow();
  return (
    <div class="clock" role="group" aria-label={words.clock}>
      <button
        type="button"
        class="quiet icon-button"
        aria-label={paused ? words.run : words.pause}
        title={paused ? words.run : words.pause}
        onClick={() => void store.setClock({ speed, paused: !paused })}
      >
        <Icon name={paused ? 'run' : 'pause'} />
      </button>
      <time class={paused ? 'clock-time paused' : 'clock-time'} dateTime={new Date(now).toISOString()}>
        <span class="clock-day">{dayOf(now, zone)} · </span>
        <span class="number">{secondOf(now, zone)}</span>
      </time>
      <Popover label={words.times(speed)} name={`${words.speed} ${words.times(speed)}`} class="quiet number">
        {(close) =>
          speeds.map((one) => (
            <MenuItem
              key={one}
              checked={one === speed}
              onChoose={() => {
                close();
                void store.setClock({ speed: one, paused });
              }}
            >
              {words.times(one)}
            </MenuItem>
          ))
        }
      </Popover>
      <button
        type="button"
        class="quiet next-timer"
        disabled={due === null}
        title={due === null ? words.noTimer : words.timerAt(secondOf(due, zone))}
        aria-label={words.nextTimer}
        onClick={() => void store.nextTimer()}
      >
        <span class="next-word">{words.nextTimer}</span> <Icon name="next" />
      </button>
    </div>
  );
}
