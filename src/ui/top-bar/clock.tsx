import { useNow, useStore, useWorld } from '../context.ts';
import { dayOf, lengthOf, secondOf } from '../format.ts';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';

const speeds = [1, 2, 5, 10, 60, 100];

const fetchJump = () => import('../clock/jump.tsx').then(({ JumpPanel }) => JumpPanel);

/** The virtual clock of the world: pause and run, how fast, and on to whatever happens next by itself. */
export function Clock() {
  const store = useStore();
  const { paused, speed } = store.clock.value;
  const zone = useWorld((world) => world.timeZone);
  const next = useWorld(({ timers }) => timers[0]);
  const now = useNow();
  const waits = store.moment.value === null ? store.waits.value : null;
  const told = next === undefined ? words.nextTimer : words.nextIs(next.kind, lengthOf(next.due - now));
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
      <Popover
        role="dialog"
        title={words.jump}
        class="quiet clock-jump"
        label={
          <time class={paused ? 'clock-time paused' : 'clock-time'} dateTime={new Date(now).toISOString()}>
            <span class="clock-day">{dayOf(now, zone)} · </span>
            <span class="number">{secondOf(now, zone)}</span>
          </time>
        }
      >
        {(close) => <Later load={fetchJump} close={close} />}
      </Popover>
      {waits !== null ? (
        <span class="clock-stands">
          {waits.why === 'http' ? words.callWaits : words.standsAt(waits.place?.line ?? 0)}
        </span>
      ) : (
        <>
          <Popover
            label={words.times(speed)}
            name={`${words.speed} ${words.times(speed)}`}
            class="quiet number"
          >
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
            disabled={next === undefined}
            aria-label={told}
            onClick={() => void store.nextTimer()}
          >
            <span class="next-word number">{told}</span> <Icon name="next" />
          </button>
        </>
      )}
    </div>
  );
}
