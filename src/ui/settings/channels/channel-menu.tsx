import { isOver } from '../../../engine/views.ts';
import { useSurroundings, useWorld, type Sending } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { MenuItem, Popover } from '../../parts/popover.tsx';
import { SureItem } from '../../parts/sure-button.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { channelWords as words } from './channel-words.ts';
import { copyOf } from './new-channel.ts';

/** What can be done with a channel as a whole. */
export function ChannelMenu({ id, sending }: { readonly id: number; readonly sending: Sending }) {
  const { store, router } = useSurroundings();
  const remove = useUndoable(sending);
  const open = useWorld(
    (world) => [...world.sessions].filter((session) => session.channel === id && !isOver(session)).length,
  );
  const channelNow = () => requireWorld(store).channels.find((one) => one.id === id);
  const copy = async () => {
    const channel = channelNow();
    if (channel === undefined) return;
    const made = copyOf(requireWorld(store), channel);
    if (await sending.send({ type: 'admin.savesChannel', channel: made }))
      router.go('settings', 'channels', String(made.id));
  };
  const drop = async () => {
    const name = channelNow()?.name ?? '';
    if (await remove({ type: 'admin.deletesChannel', channel: id }, words.deleted(name)))
      router.replace('settings', 'channels');
  };
  return (
    <Popover label={<Icon name="more" size={16} />} name={words.more} class="quiet icon-button">
      {(close) => (
        <>
          <MenuItem
            hint={words.copyHint}
            onChoose={() => {
              close();
              void copy();
            }}
          >
            {words.copy}
          </MenuItem>
          <SureItem
            label={words.delete}
            sure={words.deleteSure(open)}
            hint=""
            onSure={() => {
              close();
              void drop();
            }}
          />
        </>
      )}
    </Popover>
  );
}
