import { useBadges } from './bots/use-badges.ts';
import { useShowOnStage, useSurroundings } from './context.ts';
import { useLasting } from './parts/use-lasting.ts';
import { UndoBar } from './undo/undo-bar.tsx';
import { words } from './words.ts';

type StatusBarProps = { readonly version: string; readonly worksOffline: boolean };

/** How things stand: is it on disk, does it work offline, what is wrong, which tab writes. */
export function StatusBar({ version, worksOffline }: StatusBarProps) {
  const { store } = useSurroundings();
  const showOnStage = useShowOnStage();
  const { problems, lines, failures, isPart } = useBadges();
  const { tabs, writes } = store.tabs.value;
  const show = (bottom: 'problems' | 'console') => {
    showOnStage({ bottom, pane: 'bots' });
  };
  return (
    <footer class="status-bar">
      <Saved worksOffline={worksOffline} />
      <button
        type="button"
        class={problems > 0 ? 'bar-button bad' : 'bar-button'}
        onClick={() => {
          show('problems');
        }}
      >
        {words.problems} {problems}
      </button>
      <button
        type="button"
        class={failures > 0 ? 'bar-button bad' : 'bar-button'}
        onClick={() => {
          show('console');
        }}
      >
        {words.console} {isPart && lines > 0 ? words.atLeast(lines) : lines}
        {failures > 0 ? ` · ${words.failures(failures)}` : ''}
      </button>
      <span class="push" />
      <UndoBar />
      <span class="bar-extra">
        {words.tabs(tabs)} · {writes ? words.thisWrites : words.otherWrites}
      </span>
      <span class="bar-extra">{words.version(version)}</span>
    </footer>
  );
}

function Saved({ worksOffline }: { readonly worksOffline: boolean }) {
  const { store } = useSurroundings();
  const { kind, problem } = store.storage.value;
  const broken = problem !== null || store.problem.value !== null;
  const state = broken ? 'bad' : kind === 'memory' ? 'warn' : 'good';
  const kept = broken ? words.storageProblem : kind === 'memory' ? words.memoryShort : words.saved;
  // Most commands are on disk before the word could be read: it would only make the bar flicker.
  const saving = useLasting(store.pending.value > 0, 500);
  const said = !broken && saving ? words.savingOne : kept;
  return (
    <span
      class={`saved ${state}`}
      data-testid="saved"
      data-state={state}
      title={kind === 'memory' ? words.inMemory : undefined}
    >
      <i aria-hidden="true" /> {said} · {worksOffline ? words.worksOffline : words.notReadyOffline}
    </span>
  );
}
