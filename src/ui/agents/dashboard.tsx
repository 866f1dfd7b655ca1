import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { goingOn, waitingFor } from '../../engine/agent-views.ts';
import { memberOf } from '../../engine/lookup.ts';
import { waiting } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useSending, useWorld } from '../context.ts';
import { Refusal } from '../controls/refusal.tsx';
import { useSteady } from '../controls/use-steady.ts';
import { hrefOf } from '../frame/router.ts';
import { useSelectEvent } from '../select-event.ts';
import { inputStateOf } from '../statuses.ts';
import { dashboardWords as words } from '../words/dashboard-words.ts';
import { Grid } from './grid.tsx';
import { IncomingRow } from './incoming-row.tsx';
import { Numbers } from './numbers.tsx';
import { OngoingRow } from './ongoing-row.tsx';
import './dashboard.css';

type DashboardProps = { readonly agent: number; readonly onOpen: (session: number) => void };

/** Who waits, what goes on, and how the day went, on the agent's channels or on one of them. */
export function Dashboard({ agent, onOpen }: DashboardProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const channels = useWorld((world) =>
    world.channels.filter((channel) => memberOf(channel, agent) !== undefined),
  );
  const wanted = useSignal(0);
  const chosen = channels.some(({ id }) => id === wanted.value) ? wanted.value : 0;
  const isShown = ({ channel }: Session) => chosen === 0 || channel === chosen;
  const incoming = useWorld((world) => waitingFor(world, agent, waiting(world)).filter(isShown));
  const ongoing = useWorld((world) => goingOn(world, agent).filter(isShown));
  const sending = useSending([...incoming, ...ongoing].map(inputStateOf).join());
  const present = useWorld((world) => world.agents.flatMap(({ present: is, name }) => (is ? [name] : [])));
  const { newest } = useSelectEvent();
  const shared = {
    agent,
    send: useSteady(sending.send),
    onOpen: useSteady(onOpen),
    onChoose: useSteady(newest),
  };
  const { waited, idle, duration, agent: who } = words.columns;
  return (
    <div ref={scroller} class="dashboard">
      <p class="muted" title={words.present(present)}>
        {words.header(incoming.length, present.length)}
      </p>
      {channels.length < 2 ? null : (
        <select
          aria-label={words.channel}
          value={chosen}
          onChange={(event) => {
            wanted.value = Number(event.currentTarget.value);
          }}
        >
          <option value={0}>{words.allChannels}</option>
          {channels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Refusal sending={sending} />
      <Grid
        scroller={scroller}
        title={words.incoming}
        columns={[{ name: waited, className: 'grid-time' }]}
        sessions={incoming}
        empty={words.noIncoming}
        row={(session, index) => <IncomingRow key={session.id} session={session} index={index} {...shared} />}
      />
      <Grid
        scroller={scroller}
        title={words.ongoing}
        columns={[
          { name: idle, className: 'grid-time grid-wide' },
          { name: duration, className: 'grid-time grid-wide' },
          { name: who, className: 'grid-wide' },
        ]}
        sessions={ongoing}
        empty={words.noOngoing}
        row={(session, index) => <OngoingRow key={session.id} session={session} index={index} {...shared} />}
      />
      <Numbers channels={chosen === 0 ? channels.map(({ id }) => id) : [chosen]} waiting={incoming} />
      <a class="dashboard-debrief" href={hrefOf(['lessons', 'debrief', String(agent)])}>
        {words.debrief}
      </a>
    </div>
  );
}
