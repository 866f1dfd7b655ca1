import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CopiesState, CopyFolder } from '../../protocol/copies-api.ts';
import { useStore } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sentence } from '../sentence.ts';
import { whenOf } from './when.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** A folder as the page has it: it can ask for it again, in a click. */
type PageFolder = CopyFolder & {
  requestPermission?(how: { readonly mode: 'readwrite' }): Promise<'granted' | 'denied' | 'prompt'>;
};
type Picker = (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<PageFolder>;

const picker = (): Picker | undefined =>
  (globalThis as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker;

/** Copies of all workspaces in a folder of the computer, kept up to date. */
export function CopiesCard() {
  const store = useStore();
  const state = store.copies.value;
  const isBusy = useSignal(false);
  useEffect(() => {
    void store.askCopies();
  }, [store]);
  const during = async (work: () => Promise<void>) => {
    if (isBusy.value) return;
    isBusy.value = true;
    await work().catch(() => undefined); // whoever closes the question wants nothing
    isBusy.value = false;
  };
  const change = (on: boolean) =>
    during(async () => {
      const folder = on ? await picker()?.({ id: 'rehearsal-copies', mode: 'readwrite' }) : null;
      if (folder !== undefined) await store.keepCopies(folder);
    });
  const again = (folder: PageFolder) =>
    during(async () => {
      const answer = (await folder.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
      if (answer === 'granted') await store.keepCopies(folder);
    });
  const canWrite = picker() !== undefined && store.storage.value.kind !== 'memory';
  const isOn = state !== null && state.kind !== 'off';
  return (
    <section class="card side-card" aria-labelledby="copies-title">
      <header>
        <h3 id="copies-title">
          <LaterIcon name="folder" size={16} /> {words.copiesTitle}
        </h3>
        {canWrite || isOn ? (
          <button
            type="button"
            role="switch"
            class="switch"
            aria-checked={isOn}
            aria-label={words.copiesSwitch}
            aria-describedby="copies-about"
            disabled={isBusy.value || state === null}
            onClick={() => void change(!isOn)}
          />
        ) : null}
      </header>
      <p class="note" id="copies-about">
        {canWrite || isOn ? aboutOf(state) : words.copiesCannot}
      </p>
      <div role="status" class="side-says">
        {isBusy.value ? <p class="note">{words.copiesBusy}</p> : <Says state={state} onAgain={again} />}
      </div>
    </section>
  );
}

function aboutOf(state: CopiesState | null): string {
  if (state === null || state.kind === 'off') return words.copiesOff;
  const { last, folder } = state;
  const name = typeof folder === 'string' ? folder : folder.name;
  const when = last === null ? words.copiesNone : words.copiesLast(whenOf(last, Date.now()));
  return `${words.copiesOn(name)} ${when}`;
}

type SaysProps = {
  readonly state: CopiesState | null;
  readonly onAgain: (folder: PageFolder) => Promise<void>;
};

/** What somebody has to know of them, or to do. */
function Says({ state, onAgain }: SaysProps) {
  if (state === null || state.kind === 'off') return null;
  if (state.kind === 'asks') {
    return (
      <>
        <p class="side-warn">
          <LaterIcon name="warn" /> {words.copiesAsk}
        </p>
        <button type="button" class="plain wide" onClick={() => void onAgain(state.folder)}>
          {words.copiesAgain}
        </button>
      </>
    );
  }
  const { problem, last, changed } = state;
  return (
    <>
      {problem === null ? null : (
        <p class="side-warn">
          <LaterIcon name="warn" />
          <span>
            {last === null ? words.copiesNever : words.copiesSince(whenOf(last, Date.now()))}{' '}
            {sentence(problem)}
          </span>
        </p>
      )}
      {changed.length === 0 ? null : (
        <p class="side-warn">
          <LaterIcon name="warn" />
          <span dir="auto">{words.copiesChanged(changed)}</span>
        </p>
      )}
    </>
  );
}
