import { useSignal } from '@preact/signals';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { Network } from './network.ts';
import { networkWords } from '../words/network-words.ts';

const words = networkWords.dialog;

/** A host as people read it. */
const hostOf = (origin: string): string => origin.replace(/^https:\/\//, '');

/** What the real network is, whether it is on for this workspace, and whom it may ask. */
export function NetworkDialog({ network }: { readonly network: Network }) {
  const { store } = useAppContext();
  const notKept = useSignal(false);
  const { on, allowed } = network.settings.value;
  const { isHere, shows } = network;
  const declined = [...network.declined.value];
  const close = () => {
    shows.value = false;
  };
  return (
    <Dialog
      icon="mocks"
      title={networkWords.name}
      about={words.about(store.workspace.value?.name ?? '')}
      onClose={close}
      footer={
        <>
          <p class="note">{on && isHere ? '' : on ? words.elsewhere : words.page}</p>
          {on ? (
            <button
              type="button"
              class="plain"
              onClick={() => {
                close();
                network.switchOff();
              }}
            >
              {words.switchOff}
            </button>
          ) : (
            <button type="button" class="plain" onClick={close}>
              {words.close}
            </button>
          )}
          {on && isHere ? null : (
            <button
              type="button"
              class="primary"
              onClick={() => {
                if (on) void network.goThere();
                else
                  void network.switchOn().then((kept) => {
                    notKept.value = !kept;
                  });
              }}
            >
              {on ? words.goThere : words.switchOn}
            </button>
          )}
        </>
      }
    >
      <p>{words.intro}</p>
      <h3>{words.leaves}</h3>
      <ul class="network-leaves">
        {words.leavesList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="note">{words.stays}</p>
      {on || allowed.length > 0 ? (
        <section aria-label={words.hosts}>
          <h3>{words.hosts}</h3>
          {allowed.length === 0 ? <p class="note">{words.noHosts}</p> : null}
          <ul class="network-hosts">
            {allowed.map((origin) => (
              <li key={origin}>
                <LaterIcon name="done" size={14} />
                <bdi class="mono">{hostOf(origin)}</bdi>
                <button
                  type="button"
                  class="plain small"
                  aria-label={words.forbid(hostOf(origin))}
                  onClick={() => {
                    network.forbid(origin);
                  }}
                >
                  {words.remove}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {declined.length === 0 ? null : (
        <section aria-label={words.declined}>
          <h3>{words.declined}</h3>
          <p class="note">{words.declinedHint}</p>
          <ul class="network-hosts">
            {declined.map((origin) => (
              <li key={origin}>
                <LaterIcon name="failed" size={14} />
                <bdi class="mono">{hostOf(origin)}</bdi>
                <button
                  type="button"
                  class="plain small"
                  onClick={() => {
                    network.allow(origin);
                  }}
                >
                  {words.allow}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notKept.value ? (
        <p class="refusal" role="alert">
          {words.notKept}
        </p>
      ) : null}
    </Dialog>
  );
}
