import { useView, useWorld } from '../context.ts';
import { customerName } from '../names.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { Later } from '../controls/later.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { words } from '../words/words.ts';
import { Diagram } from './diagram.tsx';
import { Queue } from './queue.tsx';

const loadWhy = () => import('./why.tsx').then(({ Why }) => Why);

/** Between customers and agents: who waits, where the selected session stands, and why. */
export function Middle() {
  const selected = useView((view) => view.session);
  const session = useWorld((world) => world.sessions.get(selected));
  return (
    <div class="pane middle">
      <Queue />
      <section aria-labelledby="session-title">
        <header class="pane-head">
          <h2
            id="session-title"
            title={session === undefined ? '' : words.session(session.id, customerName(session))}
          >
            {session === undefined ? words.noSession : words.session(session.id, customerName(session))}
          </h2>
          <span class="push" />
          {session === undefined ? null : <StatusChip status={session.status} />}
        </header>
        {session === undefined ? <p class="empty slim">{words.noSessionHint}</p> : null}
        {session === undefined ? null : (
          <ErrorBoundary key={session.id}>
            <Diagram id={session.id} status={session.status} previous={session.previous} way={session.way} />
          </ErrorBoundary>
        )}
      </section>
      <ErrorBoundary>
        <Later load={loadWhy} />
      </ErrorBoundary>
    </div>
  );
}
