import { useMemo, useRef } from 'preact/hooks';
import type { Mock } from '../../../engine/definition.ts';
import { useSurroundings, useWorld } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { words } from '../../words.ts';
import { Calls, type Call } from './calls.tsx';
import { draftFor, draftOf, mockDraftKey, openedMock, whichMock, type MockDraft } from './mock-draft.ts';
import { MockForm } from './mock-form.tsx';

/** The HTTP calls of scripts, and the mocks that answer them: offline nobody else does (crm §10.8). */
export function Http() {
  const { store, windowState } = useSurroundings();
  const events = store.events.value;
  const calls = useMemo(
    () => events.filter((event): event is Call => event.type === 'http.called'),
    [events],
  );
  const mocks = useWorld((world) => world.mocks);
  const which = windowState.view.value.mock;
  const opened = openedMock(which, mocks, store.draft(mockDraftKey(which)) !== '');
  /** Who asks for a form wants to write into it; who comes back to the tab may not. */
  const asked = useRef(false);
  const edit = (next: MockDraft) => {
    asked.current = true;
    windowState.change({ mock: whichMock(next) });
  };
  return (
    <div class="http">
      <Calls
        calls={calls}
        onAnswer={({ method, url }) => {
          edit(draftFor(method, url));
        }}
      />
      <aside class="mocks" aria-label={words.mock.all}>
        {opened === undefined ? (
          <Mocks mocks={mocks} onEdit={edit} />
        ) : (
          <MockForm key={which} which={which} given={opened} focused={asked.current} />
        )}
      </aside>
    </div>
  );
}

type MocksProps = { readonly mocks: readonly Mock[]; readonly onEdit: (draft: MockDraft) => void };

function Mocks({ mocks, onEdit }: MocksProps) {
  const { store } = useSurroundings();
  return (
    <>
      <header class="mocks-head">
        <h3>{words.mock.all}</h3>
        <button
          type="button"
          class="quiet icon-button small"
          aria-label={words.mock.new}
          title={words.mock.new}
          onClick={() => {
            onEdit(draftFor('GET', ''));
          }}
        >
          <Icon name="plus" size={13} />
        </button>
      </header>
      {mocks.length === 0 ? (
        <p class="note mocks-empty">{words.mock.none}</p>
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
                  <i class="unsaved" title={words.unsaved} />
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
  responses.map(({ status, error }) => (error === '' ? String(status) : words.mock.fails)).join(', ');
