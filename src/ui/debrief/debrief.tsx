import { useMemo } from 'preact/hooks';
import { debriefOf, type Debrief } from '../../course/debrief.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import { useAtSecond, useAppContext, useWorld } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { hrefOf } from '../frame/router.ts';
import { useWholeLog } from '../store/whole-log.ts';
import { debriefWords as words } from '../words/debrief-words.ts';
import { ChatTable } from './chat-table.tsx';
import { Notes } from './notes.tsx';
import { Pictures } from './pictures.tsx';
import { Rubric } from './rubric.tsx';
import { replayFrom } from './show-moment.ts';
import { Tiles } from './tiles.tsx';
import './debrief.css';
import { secondOf } from '../format.ts';
import { MomentLink } from './moment-link.tsx';
import { useNames } from './use-names.ts';

/** How an agent fared, to be talked over: by the virtual clock, from the log alone. Its address ends in the agent's number. */
export function Debrief() {
  const { router } = useAppContext();
  const log = useWholeLog();
  const agents = useWorld((world) => world.agents);
  const wanted = Number(router.path.value[2] ?? agents[0]?.id);
  const agent = agents.find(({ id }) => id === wanted);
  return (
    <div class="debrief">
      <header class="debrief-head">
        <h2>{words.title}</h2>
        <select
          aria-label={words.agent}
          value={agent?.id ?? ''}
          onChange={(event) => {
            router.replace('lessons', 'debrief', event.currentTarget.value);
          }}
        >
          {agent === undefined ? <option value="" /> : null}
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </header>
      {agent === undefined ? (
        <p class="empty">{words.nobody}</p>
      ) : log === null ? (
        <p class="empty" role="status">
          {words.reading}
        </p>
      ) : (
        <OfAgent key={agent.id} id={agent.id} name={agent.name} log={log} />
      )}
    </div>
  );
}

type OfAgentProps = { readonly id: number; readonly name: string; readonly log: readonly RecordedEvent[] };

function OfAgent({ id, name, log }: OfAgentProps) {
  const context = useAppContext();
  // What has not ended grows by itself: each ten seconds are enough to see it.
  const now = useAtSecond((second) => Math.ceil(second / 10_000) * 10_000);
  const told: Debrief = useMemo(() => debriefOf(id, log, now), [id, log, now]);
  const [first] = told.chats;
  if (first === undefined) {
    return (
      <div class="empty">
        <h3>{words.empty(name)}</h3>
        <p>{words.emptyHint}</p>
        <a class="plain button" href={hrefOf(['stage'])}>
          {words.toStage}
        </a>
      </div>
    );
  }
  return (
    <>
      <p class="debrief-acts">
        <button
          type="button"
          class="primary"
          title={words.replayHint}
          onClick={() => void replayFrom(context, first.takenSeq)}
        >
          <LaterIcon name="play" /> {words.replay}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() => {
            print();
          }}
        >
          <LaterIcon name="transcript" /> {words.print}
        </button>
      </p>
      <Tiles told={told} />
      <Pictures told={told} />
      <ChatTable told={told} />
      <Missed told={told} />
      <div class="debrief-talk">
        <Notes told={told} log={log} />
        <Rubric agent={id} />
      </div>
    </>
  );
}

/** The warnings that nobody heeded in time. */
function Missed({ told: { warnings } }: { readonly told: Debrief }) {
  const nameOf = useNames();
  const zone = useWorld((world) => world.timeZone);
  const missed = warnings.filter((one) => one.missed);
  if (missed.length === 0) return null;
  return (
    <section class="card debrief-missed" aria-labelledby="debrief-missed">
      <h3 id="debrief-missed">{words.missedTitle}</h3>
      <p class="note">{words.missedHelp}</p>
      <ul>
        {missed.map(({ seq, session, kind, at, took }) => (
          <li key={seq}>
            <span class="number">
              <MomentLink seq={seq} session={session} what={words.moments.missed(nameOf(session))}>
                {secondOf(at, zone)}
              </MomentLink>
            </span>{' '}
            {words.warned(nameOf(session), words.kinds[kind], took)}
          </li>
        ))}
      </ul>
    </section>
  );
}
