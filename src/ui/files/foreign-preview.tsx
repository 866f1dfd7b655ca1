import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { OpenedFile } from '../../protocol/files-api.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { words as pageWords } from '../words/words.ts';
import { Expectables } from './expectables.tsx';
import { filesWords as words } from '../words/files-words.ts';
import type { PreviewProps } from './open-dialog.tsx';
import { thisOne, useSetting, useSettingNames } from './use-setting.ts';

type ForeignProps = PreviewProps<'foreign'> & {
  /** Shows what was made of it: nothing is opened before that was seen. */
  readonly onMade: (looked: OpenedFile) => void;
};

/** A conversation of another program: to which bot it is played, and what is expected of that one. */
export function ForeignPreview({ looked, about, client, onClose, onMade }: ForeignProps) {
  const { chat, expectable } = looked;
  const { store } = useAppContext();
  const id = useId();
  const names = useSettingNames();
  const chosen = useSignal(store.workspace.peek() === null ? (names[0]?.[0] ?? '') : thisOne);
  const setting = useSetting(chosen.value);
  const channels = setting.world?.channels ?? [];
  const wanted = useSignal(0);
  const channel = channels.find((one) => one.id === wanted.value) ?? channels[0];
  const ticked = useSignal<ReadonlySet<number>>(new Set());
  const busy = useSignal(false);
  const failed = useSignal('');
  const play = async () => {
    if (busy.value || setting.world === null || channel === undefined) return;
    busy.value = true;
    failed.value = '';
    try {
      const expectations = [...ticked.value].toSorted((a, b) => a - b);
      const made = await client.fromChat({ world: setting.world, channel: channel.id, expectations });
      onMade(made.looked);
    } catch {
      busy.value = false;
      failed.value = words.notPlayable;
    }
  };
  const turns = chat.sessions.reduce((sum, one) => sum + one.turns.length, 0);
  return (
    <Dialog
      icon="open"
      title={words.foreignTitle(chat.name)}
      about={about}
      onClose={onClose}
      footer={
        <>
          <p class="note">{words.foreignDoes}</p>
          <button type="button" class="plain" onClick={onClose}>
            {pageWords.cancel}
          </button>
          <button
            type="button"
            class="primary"
            aria-disabled={busy.value || channel === undefined}
            onClick={() => void play()}
          >
            {words.play}
          </button>
        </>
      }
    >
      <p>{words.foreignHas(chat.sessions.length, turns)}</p>
      <div class="files-columns">
        <div class="files-field">
          <label for={`${id}-world`}>{words.foreignWorld}</label>
          <select
            id={`${id}-world`}
            value={chosen.value}
            onChange={(event) => {
              chosen.value = event.currentTarget.value;
            }}
          >
            {names.map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div class="files-field">
          <label for={`${id}-channel`}>{words.foreignChannel}</label>
          <select
            id={`${id}-channel`}
            value={String(channel?.id ?? '')}
            disabled={channels.length === 0}
            onChange={(event) => {
              wanted.value = Number(event.currentTarget.value);
            }}
          >
            {channels.map((one) => (
              <option key={one.id} value={String(one.id)}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="note" role="status">
        {setting.lost
          ? words.notHere
          : setting.world !== null && channels.length === 0
            ? words.foreignNoChannel
            : ''}
      </p>
      <Expectables
        expectable={expectable}
        ticked={ticked.value}
        onTick={(next) => {
          ticked.value = next;
        }}
      />
      {chat.left.length === 0 ? null : (
        <details class="files-more">
          <summary>{words.leftOut(chat.left.length)}</summary>
          <ul>
            {chat.left.slice(0, 100).map((one, index) => (
              <li key={index} class="note" dir="auto">
                {words.atPath(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div role="alert">{failed.value === '' ? null : <p class="refusal">{failed.value}</p>}</div>
    </Dialog>
  );
}
