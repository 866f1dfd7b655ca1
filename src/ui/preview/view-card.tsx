import { useId, useLayoutEffect, useMemo } from 'preact/hooks';
import type { Channel } from '../../engine/definition.ts';
import type { PreviewProblem } from '../../protocol/preview.ts';
import { AppContext, useAppContext, useWorld } from '../context.ts';
import { channelColours } from '../channel-colours.ts';
import { Badge } from '../customers/badge.tsx';
import { themeOf, Widget } from '../customers/widget.tsx';
import { customerName } from '../names.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { createWindowState } from '../window-state.ts';
import { words as windowWords } from '../words/words.ts';
import { previewProblemText, previewWords as words } from '../words/preview-words.ts';
import type { ShownView } from './previewing.ts';
import { createStillStore } from './still-store.ts';

type ViewCardProps = {
  readonly shown: ShownView;
  readonly size: Channel['layout']['size'];
  readonly isMarked: boolean;
  /** What spoils it. */
  readonly problems: readonly PreviewProblem[];
};

/** A view of the widget with its name, its status, and whether customers come there. Nothing in it can be used. */
export function ViewCard({ shown, size, isMarked, problems }: ViewCardProps) {
  const id = useId();
  const { view, world, session, because } = shown;
  const around = useAppContext();
  const own = useMemo(
    () => ({
      ...around,
      store: createStillStore(around.store, world),
      windowState: createWindowState(null),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another world is put into the same store
    [around],
  );
  useLayoutEffect(() => {
    own.store.show(world);
  }, [own, world]);
  const status = view === 'badge' ? undefined : world.sessions.get(session)?.status;
  return (
    <article
      class={`preview-view ${isMarked ? 'marked' : ''} ${because === null ? '' : 'off'}`}
      data-view={view}
      aria-labelledby={id}
    >
      <header>
        <h4 id={id}>{words.views[view]}</h4>
        {because === null ? null : <span class="preview-off">{words.off}</span>}
        {status === undefined ? null : <StatusChip status={status} bare />}
      </header>
      <div class="preview-pane" inert>
        <ErrorBoundary instead={<p class="empty">{words.broken}</p>}>
          <AppContext.Provider value={own}>
            <StillWidget key={session} session={session} size={size} isBadge={view === 'badge'} />
          </AppContext.Provider>
        </ErrorBoundary>
      </div>
      {because === null ? null : <p class="note">{words.because[because]}</p>}
      {problems.map((problem) => (
        <p key={problem.code} class="preview-problem">
          <LaterIcon name="warn" size={13} /> <span>{previewProblemText(problem)}</span>
        </p>
      ))}
    </article>
  );
}

type StillWidgetProps = {
  readonly session: number;
  readonly size: Channel['layout']['size'];
  readonly isBadge: boolean;
};

/** The widget as a customer has it, in the size that is looked at. */
function StillWidget({ session: id, size, isBadge }: StillWidgetProps) {
  const session = useWorld((world) => world.sessions.get(id));
  const saved = useWorld((world) => world.channels.find((one) => one.id === session?.channel));
  const channel = useMemo(() => saved && { ...saved, layout: { ...saved.layout, size } }, [saved, size]);
  if (session === undefined || channel === undefined) return null;
  if (!isBadge) return <Widget session={session} channel={channel} alone />;
  return (
    <div
      class={`widget minimised ${themeOf(channel)}`}
      data-session={session.id}
      style={channelColours(channel)}
    >
      <Badge
        channel={channel}
        label={windowWords.openWidget(customerName(session))}
        onOpen={() => undefined}
      />
    </div>
  );
}
