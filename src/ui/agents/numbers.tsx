import { useMemo } from 'preact/hooks';
import type { Session } from '../../engine/world.ts';
import { useAtSecond, useWorld } from '../context.ts';
import { lengthOf } from '../format.ts';
import { agentName } from '../names.ts';
import { dashboardWords as words } from '../words/dashboard-words.ts';
import { averageWaitOf, localHours, todaysNumbers, type HourOfTraffic } from './todays-numbers.ts';

type NumbersProps = {
  readonly channels: readonly number[];
  readonly waiting: readonly Session[];
};

const minute = 60_000;

/** The day in numbers: how long people wait, how many chats there are, when they came and who took them (chat-domain §8.1). */
export function Numbers({ channels, waiting }: NumbersProps) {
  const zone = useWorld((world) => world.timeZone);
  const hourOf = useMemo(() => localHours(zone), [zone]);
  const sessions = useWorld((world) =>
    [...world.sessions].filter(({ channel }) => channels.includes(channel)),
  );
  const now = useAtSecond((at) => Math.floor(at / minute)) * minute;
  const average = useWorld((world) => averageWaitOf(world, channels));
  const longest = useAtSecond((at) =>
    Math.max(-1, ...waiting.map(({ waitingSince }) => (waitingSince === null ? -1 : at - waitingSince))),
  );
  const { started, active, traffic, heroes } = todaysNumbers(sessions, now, hourOf);
  const tiles = [
    [words.averageWait, average === null ? words.none : lengthOf(average)],
    [words.longestWait, longest < 0 ? words.none : lengthOf(longest)],
    [words.active, String(active)],
    [words.started, String(started)],
  ] as const;
  return (
    <>
      <h4>{words.numbers}</h4>
      <dl class="number-tiles">
        {tiles.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>{words.traffic}</h4>
      {traffic.length === 0 ? <p class="note">{words.noTraffic}</p> : <Traffic traffic={traffic} />}
      {heroes.length === 0 ? null : (
        <>
          <h4>{words.heroes}</h4>
          <ol class="heroes">
            {heroes.map(({ agent, chats }) => (
              <Hero key={agent} agent={agent} chats={chats} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

const Hero = ({ agent, chats }: { readonly agent: number; readonly chats: number }) => (
  <li>
    <bdi>{useWorld((world) => agentName(world, agent))}</bdi> · {words.picked(chats)}
  </li>
);

/** Two bars for each hour: what came, and what went on. */
function Traffic({ traffic }: { readonly traffic: readonly HourOfTraffic[] }) {
  const most = Math.max(1, ...traffic.map(({ incoming, active }) => Math.max(incoming, active)));
  const bar = (kind: 'incoming' | 'active', n: number) => (
    <i class={`bar-${kind}`} style={{ height: `${String(Math.round((n / most) * 100))}%` }} />
  );
  return (
    <>
      <ol class="traffic">
        {traffic.map(({ hour, incoming, active }) => (
          <li key={hour} title={words.inHour(hour, incoming, active)}>
            <span class="bars" aria-hidden="true">
              {bar('incoming', incoming)}
              {bar('active', active)}
            </span>
            <span class="hidden-text">{words.inHour(hour, incoming, active)}</span>
            <span class="number" aria-hidden="true">
              {words.hour(hour)}
            </span>
          </li>
        ))}
      </ol>
      <p class="note traffic-legend" aria-hidden="true">
        <i class="bar-incoming" /> {words.legend.incoming} <i class="bar-active" /> {words.legend.active}
      </p>
    </>
  );
}
