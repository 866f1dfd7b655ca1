import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { TranscriptPanel } from './transcript-panel.tsx';
import { transcriptWords as words } from '../words/transcript-words.ts';

/** Writes a session down, the one from whose menu it was asked for. */
export function TranscriptDialog() {
  const { files, store } = useAppContext();
  return (
    <Dialog
      icon="transcript"
      title={words.title}
      about={store.workspace.value?.name}
      onClose={() => {
        files.shows.value = 'nothing';
      }}
    >
      <TranscriptPanel session={files.session.peek()} />
    </Dialog>
  );
}
