import type { ReadonlySignal, Signal } from '@preact/signals';
import { Banner, type Notice } from './banner.tsx';
import { Checking } from './bots/scripts/checking.tsx';
import { LeftOutHost } from './bots/scripts/left-out-host.tsx';
import { AppContext, type AppContextValue } from './context.ts';
import { whenIdle } from './when-idle.ts';
import { words } from './words/words.ts';
import { FilesHost } from './files/files-host.tsx';
import { OverlayHost } from './frame/overlay-host.tsx';
import { PlaceHost } from './frame/place-host.tsx';
import { Rail } from './frame/rail.tsx';
import { Later } from './controls/later.tsx';
import { useNarrow } from './controls/use-narrow.ts';
import { Opening } from './opening.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar/top-bar.tsx';

export type AppProps = {
  readonly context: AppContextValue;
  readonly version: string;
  readonly worksOffline: ReadonlySignal<boolean>;
  readonly notices: ReadonlySignal<Readonly<Record<string, Notice | null>>>;
  /** Whether opening waits for a person's word, because it did not come to an end before. */
  readonly heldBack: Signal<boolean>;
};

const alone = () => import('./customers/alone.tsx').then(({ Alone }) => Alone);
const doctor = () => import('./doctor/doctor.tsx').then(({ Doctor }) => Doctor);
const pastBar = () => import('./past/past-bar.tsx').then(({ PastBar }) => PastBar);
const stopBar = () => import('./waiting-step/stop-bar.tsx').then(({ StopBar }) => StopBar);
const laterHosts = () =>
  new Promise<void>(whenIdle)
    .then(() => import('./frame/later-hosts.tsx'))
    .then(({ LaterHosts }) => LaterHosts);
const bottomBar = () => import('./frame/bottom-bar.tsx').then(({ BottomBar }) => BottomBar);

/** The window: what is shown while a workspace opens, when it cannot, and when it is open. */
export function App({ context, version, worksOffline, notices, heldBack }: AppProps) {
  const { store } = context;
  const erased = context.erasing.state.value;
  const opened = store.workspace.value;
  const waits = store.waits.value;
  const narrow = useNarrow();
  const [place] = context.router.path.value;
  if (erased !== null) {
    const { Screen, ...end } = erased;
    return Screen === null ? <p class="opening">{words.erasedElsewhere}</p> : <Screen {...end} />;
  }
  return (
    <AppContext.Provider value={context}>
      {place === 'doctor' ? (
        <Later load={doctor} version={version} />
      ) : opened === null ? (
        <Opening held={heldBack} />
      ) : place === 'widget' ? (
        <Later load={alone} notices={Object.values(notices.value)} />
      ) : (
        <div class="window">
          {narrow ? null : <Rail />}
          <div class="window-main">
            <TopBar />
            <Banner notices={Object.values(notices.value)} />
            {store.moment.value === null ? null : <Later load={pastBar} />}
            {waits === null || store.moment.value !== null ? null : <Later load={stopBar} waits={waits} />}
            <LeftOutHost />
            <PlaceHost />
            <Checking />
            <StatusBar version={version} worksOffline={worksOffline.value} />
            {narrow ? <Later load={bottomBar} /> : null}
            <OverlayHost />
            <Later load={laterHosts} />
          </div>
        </div>
      )}
      <FilesHost />
    </AppContext.Provider>
  );
}
