import { useSignal } from '@preact/signals';
import type { PlayedScenario } from '../../protocol/engine-api.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sentence } from '../sentence.ts';
import { words as pageWords } from '../words/words.ts';
import { filesWords as words } from '../words/files-words.ts';
import { Markdown } from './markdown-view.tsx';
import type { PreviewProps } from './open-dialog.tsx';
import { Overview } from './overview.tsx';
import { Reading, type ReadingPosition } from './reading.tsx';
import { usePlaying } from './use-playing.ts';
import { VerdictBox } from './verdict-box.tsx';

/** A rehearsal that somebody wants to open: whether it replays, what it is about, what is in it, and what will run. */
export function ScenarioPreview({ looked, about, client, onClose }: PreviewProps<'scenario'>) {
  const { overview } = looked;
  const { store, router } = useAppContext();
  const playing = usePlaying(client);
  /** Where in the scripts somebody reads; null while nobody does. */
  const reads = useSignal<ReadingPosition | null>(null);
  const busy = useSignal(false);
  const failed = useSignal('');
  const checked = playing.played?.kind === 'played' ? playing.played.checked : null;
  const cannot = checked !== null && checked.problem !== null;
  const open = async () => {
    if (busy.value || cannot) return;
    busy.value = true;
    failed.value = '';
    if (playing.played === null) playing.stop();
    try {
      const scenario = await client.played();
      failed.value = 'problem' in scenario ? words.atPath(scenario.problem) : await keep(scenario);
    } catch {
      failed.value = words.openFailed;
    }
    busy.value = false;
    if (failed.value !== '') return;
    router.go('stage');
    onClose();
  };
  const keep = async (scenario: PlayedScenario) => {
    const problem = await store.openPlayed(scenario);
    return problem === null ? '' : sentence(problem.reason);
  };
  const openButton = (
    <button type="button" class="primary" aria-disabled={busy.value || cannot} onClick={() => void open()}>
      {busy.value ? words.openBusy : words.opening}
    </button>
  );
  if (reads.value !== null) {
    return (
      <Dialog
        icon="script"
        title={words.scripts}
        about={overview.name}
        onClose={onClose}
        footer={
          <>
            <button
              type="button"
              class="plain files-back"
              onClick={() => {
                reads.value = null;
              }}
            >
              <LaterIcon name="back" /> {words.back}
            </button>
            {openButton}
          </>
        }
      >
        <Reading
          scripts={overview.scripts}
          place={reads.value}
          onPlace={(place) => {
            reads.value = place;
          }}
        />
      </Dialog>
    );
  }
  const { by = '', with: version = '' } = overview.made ?? {};
  return (
    <Dialog
      icon="open"
      title={words.openName(overview.name)}
      about={about}
      onClose={onClose}
      footer={
        <>
          <p class="note">{words.asNew}</p>
          <button type="button" class="plain" onClick={onClose}>
            {pageWords.cancel}
          </button>
          {openButton}
        </>
      }
    >
      <VerdictBox playing={playing} steps={overview.steps} by={by} />
      {overview.description === '' ? null : <Markdown source={overview.description} />}
      {overview.made === null ? null : (
        <p class="note" dir="auto">
          {words.savedBy(by, version)}
        </p>
      )}
      <Overview
        overview={{ ...overview, messages: checked?.messages ?? overview.messages }}
        onRead={(place) => {
          reads.value = place;
        }}
      />
      <div role="alert">{failed.value === '' ? null : <p class="refusal">{failed.value}</p>}</div>
    </Dialog>
  );
}
