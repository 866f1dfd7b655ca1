import { draftFor } from '../bots/http/mock-draft.ts';
import { MockForm } from '../bots/http/mock-form.tsx';
import { MockList } from '../bots/http/mock-list.tsx';
import { useOpenMock } from '../bots/http/use-open-mock.ts';
import { useSurroundings } from '../context.ts';
import { botWords } from '../bots/bot-words.ts';
import { words as pageWords } from '../words.ts';
import type { SectionProps } from './sections.ts';
import { settingsWords } from './settings-words.ts';

/** The mocks, and the form of one: `mocks` and its number, or the method and URL of a new one. */
export function MocksSection({ rest: [which = ''] }: SectionProps) {
  const { router } = useSurroundings();
  const { mocks, opened, isAsked, edit } = useOpenMock(which, (mock) => {
    router.go('settings', 'mocks', mock);
  });
  return (
    <div class="list-and-form">
      <aside class="settings-list" aria-label={botWords.mock.all}>
        <MockList mocks={mocks} open={which} onEdit={edit} />
      </aside>
      {opened === undefined ? (
        <div class="empty">
          <p>{which === '' ? settingsWords.mock.choose : pageWords.noPlace(which)}</p>
          <button
            type="button"
            class="plain"
            onClick={() => {
              edit(draftFor('GET', ''));
            }}
          >
            {botWords.mock.new}
          </button>
        </div>
      ) : (
        <div class="settings-form">
          <MockForm
            key={which}
            which={which}
            given={opened}
            focused={isAsked}
            onClose={() => {
              router.go('settings', 'mocks');
            }}
          />
        </div>
      )}
    </div>
  );
}
