import { useMemo, useRef } from 'preact/hooks';
import { useSurroundings, useWorld } from '../../context.ts';
import { words } from '../../words.ts';
import { Calls, type Call } from './calls.tsx';
import { draftFor, mockDraftKey, openedMock, whichMock, type MockDraft } from './mock-draft.ts';
import { MockForm } from './mock-form.tsx';
import { MockList } from './mock-list.tsx';

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
          <MockList mocks={mocks} onEdit={edit} />
        ) : (
          <MockForm
            key={which}
            which={which}
            given={opened}
            focused={asked.current}
            onClose={() => {
              windowState.change({ mock: '' });
            }}
          />
        )}
      </aside>
    </div>
  );
}
