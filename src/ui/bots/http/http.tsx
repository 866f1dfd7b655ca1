import { useMemo } from 'preact/hooks';
import { useSurroundings, useWorld } from '../../context.ts';
import { chooseEvent } from '../../select-event.ts';
import { written } from '../../edits/edit.ts';
import { requireWorld } from '../../store/store.ts';
import { callRows, type CallRow } from './call-rows.ts';
import { CallDetails } from './call-details.tsx';
import { CallList } from './call-list.tsx';
import { draftOfCall } from './call-draft.ts';
import { draftFor, mockDraftKey, whichMock, type MockDraft } from './mock-draft.ts';
import { MockForm } from './mock-form.tsx';
import { MockList } from './mock-list.tsx';
import { mockWords } from './mock-words.ts';
import { useOpenMock } from './use-open-mock.ts';
import './http.css';

/** The HTTP calls of scripts, and the mocks that answer them: offline nobody else does (crm §10.8). */
export function Http() {
  const { store, windowState } = useSurroundings();
  const events = store.events.value;
  const mocks = useWorld((world) => world.mocks);
  const mocksPlayed = useWorld((world) => world.mocksPlayed);
  const webhooks = useWorld((world) => world.webhooks);
  const rows = useMemo(
    () => callRows(events, { mocks, mocksPlayed, webhooks }),
    [events, mocks, mocksPlayed, webhooks],
  );
  const { mock: which, event } = windowState.view.value;
  const { opened, isAsked, edit } = useOpenMock(which, (mock) => {
    windowState.change({ mock });
  });
  const chosen = which === '' ? rows.find(({ seq }) => seq === event) : undefined;
  const open = (row: CallRow) => {
    const happened = events.find(({ seq }) => seq === row.seq);
    if (happened === undefined) return;
    if (chosen?.seq === row.seq) windowState.change({ event: 0 });
    else chooseEvent({ store, windowState }, happened, { mock: '' });
  };
  /** A form for a mock that answers such a call as this one was answered; what was typed into one before is kept. */
  const editFor = (row: CallRow) => {
    const draft = draftOfCall(row);
    const key = mockDraftKey(whichMock(draft));
    if (store.draft(key) === '')
      store.keepDraft(key, written(undefined, draft, draftFor(row.method, row.url)));
    edit(draft);
  };
  const openMock = (id: number) => {
    windowState.change({ mock: String(id) });
  };
  return (
    <div class="http">
      <div class="http-body">
        <CallList
          rows={rows}
          open={chosen?.seq ?? 0}
          onOpen={open}
          onAnswer={(row) => {
            edit(draftFor(row.method, row.url));
          }}
        />
        <aside class="mocks" aria-label={mockWords.all}>
          {chosen !== undefined ? (
            <CallDetails
              key={chosen.seq}
              row={chosen}
              onMock={editFor}
              onOpenMock={openMock}
              onClose={() => {
                windowState.change({ event: 0 });
              }}
            />
          ) : opened === undefined ? (
            <MockList
              mocks={requireWorld(store).mocks}
              onEdit={(draft: MockDraft) => {
                edit(draft);
              }}
            />
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
    </div>
  );
}
