import { useEffect, useRef } from 'preact/hooks';
import { useWorld } from '../context.ts';
import { bringAcross } from '../parts/bring-across.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { words } from '../words.ts';
import { AddAgent } from './add-agent.tsx';
import { AgentTile } from './agent-tile.tsx';

/** The column of the agents: one desk each. */
export function Agents() {
  const agents = useWorld((world) => world.agents);
  const tiles = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const present = tiles.current?.querySelector('.agent-tile:has([aria-checked="true"])');
    if (tiles.current !== null && present instanceof Element) bringAcross(tiles.current, present);
  }, []); // at the start only: later, nothing moves under the eye
  return (
    <section class="pane agents" aria-labelledby="agents-title">
      <header class="pane-head">
        <h2 id="agents-title">{words.agents}</h2>
        <span class="count">{agents.length}</span>
        <span class="push" />
        <AddAgent />
      </header>
      {agents.length === 0 ? (
        <div class="empty">
          <p>{words.noAgents}</p>
          <p>{words.noAgentsHint}</p>
        </div>
      ) : (
        <div ref={tiles} class="tiles">
          {agents.map(({ id }) => (
            <ErrorBoundary key={id}>
              <AgentTile agent={id} />
            </ErrorBoundary>
          ))}
        </div>
      )}
    </section>
  );
}
