import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useAppContext, useWorld } from '../../context.ts';
import { chooseEvent } from '../../select-event.ts';
import { written } from '../../edits/edit.ts';
import { Later } from '../../controls/later.tsx';
import { requireWorld } from '../../store/store.ts';
import { callRows, type CallRow } from './call-rows.ts';
import { CallDetails } from './call-details.tsx';
import { CallList } from './call-list.tsx';
import { draftOfCall } from './call-draft.ts';
import { draftFor, mockDraftKey, whichMock, type MockDraft } from './mock-draft.ts';
import { HttpBar } from './http-bar.tsx';
import { InAndOut } from './in-and-out.tsx';
import { MockForm } from './mock-form.tsx';
import { MockList } from './mock-list.tsx';
import { mockWords } from '../../words/mock-words.ts';
import { WaitingCall } from './waiting-call.tsx';
import { WaitingRow } from './waiting-row.tsx';
import { useOpenMock } from './use-open-mock.ts';
import './http.css';

const networkSwitch = () =>
  import('../../network/network-switch.tsx').then(({ NetworkSwitch }) => NetworkSwitch);

/** The HTTP calls of scripts, and the mocks that answer them: offline nobody else does (crm §10.8). */
export function Http() {
  const { store, windowState } = useAppContext();
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
  const waits = store.waits.value;
  // What a real service is asked is not for anybody to answer by hand.
  const call = waits?.forService === true ? undefined : waits?.call;
  const waiting = waits === null ? '' : `${String(waits.step)} ${String(waits.place?.statement)}`;
  const left = useSignal('');
  const isWaiting = waits !== null && call !== undefined;
  const open = (row: CallRow) => {
    const happened = events.find(({ seq }) => seq === row.seq);
    if (happened === undefined) return;
    left.value = waiting;
    if (chosen?.seq === row.seq) windowState.change({ event: 0 });
    else chooseEvent({ store, windowState }, happened, { mock: '' });
  };
  /** A form for a mock that answers such a call as this one was answered; what was typed into one before is kept. */
  const editFor = (row: CallRow) => {
    const draft = draftOfCall(row);
    const key = mockDraftKey(whichMock(draft));
    if (store.draft(key) === '')
      store.keepDraft(key, written(undefined, draft, draftFor(row.method, row.url)));
    left.value = waiting;
    edit(draft);
  };
  const openMock = (id: number) => {
    left.value = waiting;
    windowState.change({ mock: String(id) });
  };
  return (
    <div class="http">
      <HttpBar>
        <Later load={networkSwitch} />
        <InAndOut />
      </HttpBar>
      <div class="http-body">
        <CallList
          rows={rows}
          open={isWaiting && left.value !== waiting ? 0 : (chosen?.seq ?? 0)}
          onOpen={open}
          onAnswer={(row) => {
            left.value = waiting;
            edit(draftFor(row.method, row.url));
          }}
        >
          {isWaiting ? (
            <WaitingRow
              waits={waits}
              call={call}
              isOpen={left.value !== waiting}
              onOpen={() => {
                left.value = '';
              }}
            />
          ) : null}
        </CallList>
        <aside class="mocks" aria-label={mockWords.all}>
          {isWaiting && left.value !== waiting ? (
            <WaitingCall key={waiting} waits={waits} call={call} />
          ) : chosen !== undefined ? (
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
