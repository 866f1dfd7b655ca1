import type { ResultFile } from '../../protocol/course-api.ts';
import type { AppContextValue } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import { pastOf } from '../past/past.ts';
import { sentence } from '../sentence.ts';
import { offerWayBack } from '../undo/way-back.ts';
import { filesWords } from '../words/files-words.ts';
import { wallWords as words } from '../words/wall-words.ts';

type Wanted = {
  readonly file: ResultFile;
  /** What the workspace is called. */
  readonly name: string;
  readonly person: string;
  /** The event at which a check failed, whose moment is shown; null shows where it stands. */
  readonly seq: number | null;
};

/** Makes a workspace of what somebody played, and shows the moment of it. Says why not, in words; nothing else is touched. */
export async function openPlayed(
  { store, router, undo, windowState }: AppContextValue,
  { file, name, person, seq }: Wanted,
): Promise<string> {
  // One of its own: looking at a file ends whatever else its worker does.
  const files = createFilesClient();
  try {
    const looked = await files.look({ kind: 'text', text: JSON.stringify({ ...file.scenario, name }) });
    if (looked.kind !== 'scenario')
      return words.notOpened(
        looked.kind === 'refused' && looked.problems[0] !== undefined
          ? filesWords.atPath(looked.problems[0])
          : words.noResult,
      );
    const played = await files.played();
    if ('problem' in played) return words.notOpened(filesWords.atPath(played.problem));
    const before = store.workspace.peek()?.id ?? '';
    const problem = await store.openPlayed(played);
    if (problem !== null) return words.notOpened(sentence(problem.reason));
    offerWayBack({ store, undo }, before, words.opened(person), 'open');
    router.go('stage');
    if (seq !== null) {
      await pastOf(store).goTo(seq);
      // Whoever it happened to is selected, so that Why? speaks of it.
      const event = await store.eventOf(seq);
      if (event !== undefined)
        windowState.change({ event: seq, ...('session' in event ? { session: event.session } : {}) });
    }
    return '';
  } catch {
    return words.notOpened(words.brokenOff);
  } finally {
    files.stop();
  }
}
