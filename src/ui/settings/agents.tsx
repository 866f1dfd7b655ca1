import { useEffect } from 'preact/hooks';
import { AddAgent } from '../agents/add-agent.tsx';
import { useSurroundings, useWorld } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { words as pageWords } from '../words.ts';
import { AgentForm } from './agent-form.tsx';
import { Gone } from './gone.tsx';
import type { SectionProps } from './sections.ts';
import { settingsWords } from './settings-words.ts';

const words = settingsWords.agent;

/** The agents, and the form of one: `agents` and its number. */
export function AgentsSection({ rest: [id] }: SectionProps) {
  const { router } = useSurroundings();
  const agents = useWorld((world) => world.agents);
  const agent = agents.find((one) => String(one.id) === id);
  const first = agents[0]?.id;
  useEffect(() => {
    if (id === undefined && first !== undefined) router.replace('settings', 'agents', String(first));
  }, [id, first, router]);
  return (
    <div class="list-and-form">
      <nav class="settings-list" aria-label={settingsWords.sections.agents}>
        <header class="pane-head">
          <h2>{settingsWords.sections.agents}</h2>
          <span class="count">{agents.length}</span>
          <span class="push" />
          <AddAgent />
        </header>
        <ul>
          {agents.map((one) => (
            <li key={one.id}>
              <a
                class="settings-row slim"
                href={hrefOf(['settings', 'agents', String(one.id)])}
                aria-current={one === agent ? 'true' : undefined}
              >
                <b dir="auto" title={one.name}>
                  {one.name}
                </b>
                <small class={one.present ? 'is-present' : ''}>
                  {one.present ? pageWords.present : pageWords.away}
                </small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {agents.length === 0 ? <Gone text={words.none} /> : null}
      {agent === undefined ? (
        id === undefined || agents.length === 0 ? null : (
          <Gone text={words.gone(id)} />
        )
      ) : (
        <AgentForm key={agent.id} id={agent.id} />
      )}
    </div>
  );
}
