import { useAppContext } from '../context.ts';
import { MenuItem } from '../controls/popover.tsx';
import { words } from '../words/words.ts';

type TranscriptItemProps = { readonly session: number; readonly close: () => void };

/** The way to a session's transcript from a menu. */
export function TranscriptItem({ session, close }: TranscriptItemProps) {
  const { files } = useAppContext();
  return (
    <MenuItem
      onChoose={() => {
        close();
        files.session.value = session;
        files.shows.value = 'transcript';
      }}
    >
      {words.writeTranscript}
    </MenuItem>
  );
}
