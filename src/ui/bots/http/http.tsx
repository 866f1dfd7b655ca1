import { useMemo } from 'preact/hooks';
import { useSurroundings } from '../../context.ts';
import { botWords } from '../bot-words.ts';
import { Calls, type Call } from './calls.tsx';
import { draftFor } from './mock-draft.ts';
import { MockForm } from './mock-form.tsx';
import { MockList } from './mock-list.tsx';
import { useOpenMock } from './use-open-mock.ts';

/** The HTTP calls of scripts, and the mocks that answer them: offline nobody else does (crm §10.8). */
export function Http() {
  const { store, windowState } = useSurroundings();
  const events = store.events.value;
  const calls = useMemo(
    () => events.filter((event): event is Call => event.type === 'http.called'),
    [events],
  );
  const which = windowState.view.value.mock;
  const { mocks, opened, isAsked, edit } = useOpenMock(which, (mock) => {
    windowState.change({ mock });
  });
  return (
    <div class="http">
      <Calls
        calls={calls}
        onAnswer={({ method, url }) => {
          edit(draftFor(method, url));
        }}
      />
      <aside class="mocks" aria-label={botWords.mock.all}>
        {opened === undefined ? (
          <MockList mocks={mocks} onEdit={edit} />
        ) : (
          <MockForm
            key={which}
            which={which}
            given={opened}
            focused={isAsked}
            onClose={() => {
              windowState.change({ mock: '' });
            }}
          />
        )}
      </aside>
    </div>
  );
}
