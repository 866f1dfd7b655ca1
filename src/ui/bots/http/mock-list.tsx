import type { Mock } from '../../../engine/definition.ts';
import { useStore, useWorld } from '../../context.ts';
import { countOf } from '../../format.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { botWords } from '../../words/bot-words.ts';
import { draftFor, draftOf, mockDraftKey, type MockDraft } from './mock-draft.ts';
import { answersOf, conditionsOf, hitsOf } from './mock-summary.ts';
import { mockWords } from '../../words/mock-words.ts';
import './http.css';

type MockListProps = {
  readonly mocks: readonly Mock[];
  readonly onEdit: (draft: MockDraft) => void;
};

/** Every mock: what it answers, with what, and how often it did. */
export function MockList({ mocks, onEdit }: MockListProps) {
  const store = useStore();
  const mocksPlayed = useWorld((world) => world.mocksPlayed);
  return (
    <>
      <header class="mocks-head">
        <h3>{mockWords.all}</h3>
        <button
          type="button"
          class="quiet icon-button small"
          aria-label={mockWords.new}
          title={mockWords.new}
          onClick={() => {
            onEdit(draftFor('GET', ''));
          }}
        >
          <LaterIcon name="plus" size={13} />
        </button>
      </header>
      {mocks.length === 0 ? (
        <p class="note mocks-empty">{mockWords.none}</p>
      ) : (
        <ul>
          {mocks.map((mock) => {
            const { id, name, request } = mock;
            const hits = hitsOf({ mocksPlayed }, mock);
            const conditions = conditionsOf(mock);
            return (
              <li key={id} class="mock-row">
                <button
                  type="button"
                  class="mock-open"
                  onClick={() => {
                    onEdit(draftOf(mock));
                  }}
                >
                  {name === undefined ? null : <span class="mock-name">{name}</span>}
                  <span class="mock-call">
                    <b class="call-method">{request.method}</b>
                    <code title={request.url}>{request.url}</code>
                  </span>
                  <span class="note">{[answersOf(mock), ...conditions].join(' · ')}</span>
                  {store.draft(mockDraftKey(String(id))) === '' ? null : (
                    <i class="unsaved" title={botWords.unsaved} />
                  )}
                </button>
                {hits === '' ? null : (
                  <span class="count" title={hits}>
                    <span aria-hidden="true">{countOf(mocksPlayed[id] ?? 0)}×</span>
                    <span class="hidden-text">{hits}</span>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
