import { useEffect } from 'preact/hooks';
import { Banner, type Notice } from '../banner.tsx';
import { useAppContext, useView, useWorld } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { channelName, customerName } from '../names.ts';
import { aloneWords as words } from '../words/alone-words.ts';
import { pathOfAlone } from './open-alone.ts';
import { Widget } from './widget.tsx';
import './alone.css';

/** The window that shows one customer's widget and nothing else: another view of the same world, as a tab is. */
export function Alone({ notices }: { readonly notices: readonly (Notice | null)[] }) {
  const { router, store, windowState } = useAppContext();
  const id = Number(router.path.value[1]);
  const session = useWorld((world) => world.sessions.get(id));
  const channel = useWorld((world) => world.channels.find((one) => one.id === session?.channel));
  const place = useWorld((world) => channelName(world, session?.channel ?? 0));
  const title = session === undefined ? words.gone : words.title(customerName(session), place);
  useEffect(() => {
    document.title = title;
  }, [title]);
  // Whoever starts a new chat goes on with that one.
  const selected = useView((view) => view.session);
  useEffect(() => {
    windowState.change({ session: id });
  }, [id, windowState]);
  const workspace = store.workspace.value?.id ?? '';
  useEffect(() => {
    if (selected > id) router.replace(...pathOfAlone(selected, workspace));
  }, [selected, id, router, workspace]);
  return (
    <div class="alone">
      <Banner notices={notices} />
      <main aria-label={title}>
        <h1 class="hidden-text">{title}</h1>
        {session === undefined ? (
          <div class="empty">
            <p>{words.gone}</p>
            <p>{words.goneHint}</p>
            <a href={hrefOf(['stage'])}>{words.toStage}</a>
          </div>
        ) : (
          <Widget key={session.id} session={session} channel={channel} alone />
        )}
      </main>
    </div>
  );
}
