import type { Mock } from '../../../engine/definition.ts';
import { useStore } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { botWords } from '../bot-words.ts';
import { draftFor, draftOf, mockDraftKey, type MockDraft } from './mock-draft.ts';
import './http.css';

type MockListProps = {
  readonly mocks: readonly Mock[];
  readonly onEdit: (draft: MockDraft) => void;
};

/** Every mock: what it answers, and with what. */
export function MockList({ mocks, onEdit }: MockListProps) {
  const store = useStore();
  return (
    <>
      <header class="mocks-head">
        <h3>{botWords.mock.all}</h3>
        <button
          type="button"
          class="quiet icon-button small"
          aria-label={botWords.mock.new}
          title={botWords.mock.new}
          onClick={() => {
            onEdit(draftFor('GET', ''));
          }}
        >
          <Icon name="plus" size={13} />
        </button>
      </header>
      {mocks.length === 0 ? (
        <p class="note mocks-empty">{botWords.mock.none}</p>
      ) : (
        <ul>
          {mocks.map((mock) => (
            <li key={mock.id}>
              <button
                type="button"
                class="mock-open"
                onClick={() => {
                  onEdit(draftOf(mock));
                }}
              >
                <b class="call-method">{mock.request.method}</b>
                <code title={mock.request.url}>{mock.request.url}</code>
                <span class="note">{answersOf(mock)}</span>
                {store.draft(mockDraftKey(String(mock.id))) === '' ? null : (
                  <i class="unsaved" title={botWords.unsaved} />
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const answersOf = ({ responses }: Mock): string =>
  responses.map(({ status, error }) => (error === '' ? String(status) : botWords.mock.fails)).join(', ');
