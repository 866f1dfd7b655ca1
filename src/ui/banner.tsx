import { useAppContext } from './context.ts';
import { Icon } from './controls/icon.tsx';
import { words } from './words/words.ts';
import { sentence } from './sentence.ts';

export type Notice = { readonly text: string; readonly action?: string; readonly act?: () => void };

/** What everybody has to know: nothing is saved, something went wrong, a newer version waits. */
export function Banner({ notices }: { readonly notices: readonly (Notice | null)[] }) {
  const { store } = useAppContext();
  const problem = store.problem.value;
  const { kind } = store.storage.value;
  return (
    <>
      {problem === null ? null : (
        <div class="banner bad" role="alert" data-problem={problem.code}>
          <span>
            <b>{problem.code}</b> {sentence(problem.reason)}
          </span>
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.dismiss}
            onClick={store.dismissProblem}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {kind === 'memory' && problem === null ? (
        <div class="banner warn" role="status">
          {words.inMemory}
        </div>
      ) : null}
      {/* There from the start: what appears together with its region is not read out. */}
      <div role="status">
        {notices.map((notice) =>
          notice === null ? null : (
            <div key={notice.text} class="banner">
              <span>{notice.text}</span>
              {notice.act === undefined ? null : (
                <button type="button" class="plain small" onClick={notice.act}>
                  {notice.action}
                </button>
              )}
            </div>
          ),
        )}
      </div>
    </>
  );
}
