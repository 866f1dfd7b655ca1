import { useRef } from 'preact/hooks';
import { goingOn, waitingFor } from '../../engine/agent-views.ts';
import { waiting } from '../../engine/views.ts';
import { useSending, useWorld } from '../context.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useSteady } from '../parts/use-steady.ts';
import { useSelectEvent } from '../select-event.ts';
import { standing } from '../statuses.ts';
import { words } from '../words.ts';
import { Grid } from './grid.tsx';
import { IncomingRow } from './incoming-row.tsx';
import { OngoingRow } from './ongoing-row.tsx';

type DashboardProps = { readonly agent: number; readonly onOpen: (session: number) => void };

/** Who waits, and what goes on, on the agent's channels. */
export function Dashboard({ agent, onOpen }: DashboardProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const incoming = useWorld((world) => waitingFor(world, agent, waiting(world)));
  const ongoing = useWorld((world) => goingOn(world, agent));
  const sending = useSending([...incoming, ...ongoing].map(standing).join());
  const present = useWorld((world) => world.agents.filter((one) => one.present).length);
  const { newest } = useSelectEvent();
  const shared = {
    agent,
    send: useSteady(sending.send),
    onOpen: useSteady(onOpen),
    onChoose: useSteady(newest),
  };
  return (
    <div ref={scroller} class="dashboard">
      <p class="muted">{words.waitingHeader(incoming.length, present)}</p>
      <Refusal sending={sending} />
      <Grid
        scroller={scroller}
        title={words.incoming}
        fourth={words.columns.waited}
        className="waits"
        sessions={incoming}
        empty={words.noIncoming}
        row={(session, index) => <IncomingRow key={session.id} session={session} index={index} {...shared} />}
      />
      <Grid
        scroller={scroller}
        title={words.ongoing}
        fourth={words.columns.agent}
        className=""
        sessions={ongoing}
        empty={words.noOngoing}
        row={(session, index) => <OngoingRow key={session.id} session={session} index={index} {...shared} />}
      />
    </div>
  );
}
