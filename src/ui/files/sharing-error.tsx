import { filesWords as words } from '../words/files-words.ts';
import type { Leaving } from './use-leaving.ts';

type SharingErrorProps = {
  readonly leaving: Pick<Leaving, 'lost' | 'state' | 'again'>;
  /** What else went wrong, in words. */
  readonly text: string;
};

/** What keeps a rehearsal from leaving, and what to do. */
export function SharingError({ leaving: { lost, state, again }, text }: SharingErrorProps) {
  const said = lost ? words.notRead : state.failed ? words.broken : text;
  return (
    <div role="alert">
      {said === '' ? null : (
        <p class="refusal">
          {said}
          {state.failed && !lost ? (
            <button type="button" class="quiet" onClick={again}>
              {words.tryAgain}
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}
