import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { World } from '../../engine/world.ts';
import { AppContext, useAppContext, useWorld } from '../context.ts';
import { Widget } from '../customers/widget.tsx';
import { customerName } from '../names.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { createStillStore } from '../preview/still-store.ts';
import { createWindowState } from '../window-state.ts';
import { testsWords as words } from '../words/tests-words.ts';

type ConversationAtProps = {
  readonly world: World;
  /** 0 where there is none. */
  readonly session: number;
  /** The message that is not as expected; 0 for none. */
  readonly message: number;
};

/** The customer's window as it stood after a step. Nothing in it can be used. */
export function ConversationAt({ world, session, message }: ConversationAtProps) {
  const pane = useRef<HTMLDivElement>(null);
  const around = useAppContext();
  const own = useMemo(
    () => ({ ...around, store: createStillStore(around.store, world), windowState: createWindowState(null) }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another world is put into the same store
    [around],
  );
  useLayoutEffect(() => {
    own.store.show(world);
  }, [own, world]);
  useLayoutEffect(() => {
    mark(pane.current, message);
    // A conversation is drawn to its end a moment later.
    const frame = requestAnimationFrame(() => {
      mark(pane.current, message);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [message, world, session]);
  return (
    <div ref={pane} class="test-conversation" inert>
      <ErrorBoundary instead={<p class="empty">{words.nobody}</p>}>
        <AppContext.Provider value={own}>
          <Shown key={session} session={session} />
        </AppContext.Provider>
      </ErrorBoundary>
    </div>
  );
}

function mark(pane: HTMLElement | null, message: number): void {
  for (const one of pane?.querySelectorAll('.message.unlike') ?? []) one.classList.remove('unlike');
  const found = pane?.querySelector(`[data-message="${String(message)}"]`);
  found?.classList.add('unlike');
  found?.scrollIntoView({ block: 'nearest' });
}

function Shown({ session: id }: { readonly session: number }) {
  const session = useWorld((world) => world.sessions.get(id));
  const channel = useWorld((world) => world.channels.find((one) => one.id === session?.channel));
  if (session === undefined) return <p class="empty">{words.nobody}</p>;
  return (
    <>
      <header>
        <bdi>{customerName(session)}</bdi> <StatusChip status={session.status} />
      </header>
      <Widget session={session} channel={channel} alone />
    </>
  );
}
