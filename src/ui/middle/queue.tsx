import { waiting } from '../../engine/views.ts';
import { useNow, useWindow, useWorld } from '../context.ts';
import { lengthOf } from '../format.ts';
import { customerName } from '../names.ts';
import { AlertMark } from '../parts/alert-mark.tsx';
import { StatusChip } from '../parts/status-chip.tsx';
import { words } from '../words.ts';

/** Who waits and for how long; the longest waiting first. */
export function Queue() {
  const windowState = useWindow();
  const sessions = useWorld(waiting);
  const now = useNow();
  const first = sessions[0];
  const since = (from: number | null) => lengthOf(now - (from ?? now));
  return (
    <section class="queue" aria-labelledby="queue-title">
      <header class="pane-head">
        <h2 id="queue-title">{words.queue}</h2>
        <span class="count">{sessions.length}</span>
        <span class="push" />
        {first === undefined ? null : (
          <span class="muted number">{words.longest(since(first.waitingSince))}</span>
        )}
      </header>
      {first === undefined ? (
        <p class="card rows none">{words.queueEmpty}</p>
      ) : (
        <ul class="card rows">
          {sessions.map((session) => (
            <li key={session.id}>
              <button
                type="button"
                class={windowState.view.value.session === session.id ? 'row-button selected' : 'row-button'}
                onClick={() => {
                  windowState.change({ session: session.id, event: 0 });
                }}
              >
                <bdi class="row-name" title={customerName(session)}>
                  {customerName(session)}
                </bdi>
                <AlertMark session={session} />
                <StatusChip status={session.status} />
                <span class="number muted">{since(session.waitingSince)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
