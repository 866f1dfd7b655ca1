import { useBadges } from './bots/use-badges.ts';
import { useShowOnStage, useAppContext } from './context.ts';
import { Icon } from './controls/icon.tsx';
import { Later } from './controls/later.tsx';
import { useLasting } from './controls/use-lasting.ts';
import { whenIdle } from './when-idle.ts';
import { words } from './words/words.ts';

const safety = () =>
  new Promise<void>(whenIdle).then(() => import('./safety.tsx')).then(({ Safety }) => Safety);

const onSave = () =>
  new Promise<void>(whenIdle).then(() => import('./compare/on-save.tsx')).then(({ OnSave }) => OnSave);

const standing = () => import('./waiting-step/standing-item.tsx').then(({ StandingItem }) => StandingItem);

const testsBar = () =>
  new Promise<void>(whenIdle).then(() => import('./tests/tests-bar.tsx')).then(({ TestsBar }) => TestsBar);

const lessonItem = () =>
  new Promise<void>(whenIdle)
    .then(() => import('./lessons/lesson-item.tsx'))
    .then(({ LessonItem }) => LessonItem);

const network = () =>
  new Promise<void>(whenIdle)
    .then(() => import('./network/network-bar.tsx'))
    .then(({ NetworkBar }) => NetworkBar);

/** It is there long before there is anything to take back: what it says then is read out. */
const undoBar = () =>
  new Promise<void>(whenIdle).then(() => import('./undo/undo-bar.tsx')).then(({ UndoBar }) => UndoBar);

type StatusBarProps = { readonly version: string; readonly worksOffline: boolean };

/** How things stand, in plain words; what there is nothing to say of is not there. Each leads to what it speaks of. */
export function StatusBar({ version, worksOffline }: StatusBarProps) {
  const { store } = useAppContext();
  const showOnStage = useShowOnStage();
  const { problems, failures } = useBadges();
  const { tabs, writes } = store.tabs.value;
  const waits = store.waits.value;
  const lead = (text: string, bottom: 'problems' | 'console') => (
    <button
      type="button"
      class="bar-button bad"
      onClick={() => {
        showOnStage({ bottom, pane: 'bots' });
      }}
    >
      <Icon name="problem" size={13} />
      {text}
    </button>
  );
  return (
    <footer class="status-bar" data-tabs={tabs} data-writes={writes}>
      <Saved />
      {waits === null ? null : <Later load={standing} waits={waits} />}
      <Later load={safety} />
      <Later load={testsBar} />
      {store.workspace.value?.lesson === undefined ? null : <Later load={lessonItem} />}
      {worksOffline ? (
        <span class="bar-item">
          <Icon name="offline" size={13} />
          {words.worksOffline}
        </span>
      ) : null}
      {problems > 0 ? lead(words.someProblems(problems), 'problems') : null}
      {failures > 0 ? lead(words.someFailures(failures), 'console') : null}
      <Later load={network} />
      <Later load={onSave} />
      <span class="push" />
      <Later load={undoBar} />
      {tabs > 1 ? (
        <span class="bar-item" title={writes ? words.thisWrites : words.otherWrites}>
          <Icon name="tabs" size={13} />
          {words.inTabs(tabs)}
        </span>
      ) : null}
      <span class="bar-extra">{words.version(version)}</span>
    </footer>
  );
}

/** Whether all is on disk; it leads to the workspaces that are. */
function Saved() {
  const { store, router } = useAppContext();
  const { kind, problem } = store.storage.value;
  const broken = problem !== null || store.problem.value !== null;
  const state = broken ? 'bad' : kind === 'memory' ? 'warn' : 'good';
  const kept = broken ? words.storageProblem : kind === 'memory' ? words.memoryShort : words.savedHere;
  // Most commands are on disk before the word could be read: it would only make the bar flicker.
  const saving = useLasting(store.pending.value > 0 && store.waits.value === null, 500);
  return (
    <button
      type="button"
      class={`bar-button saved ${state}`}
      data-testid="saved"
      data-state={state}
      title={kind === 'memory' ? words.inMemory : undefined}
      onClick={() => {
        router.go('workspaces');
      }}
    >
      <Icon name={state === 'good' ? 'saved' : 'notSaved'} size={13} />
      {!broken && saving ? words.savingOne : kept}
    </button>
  );
}
