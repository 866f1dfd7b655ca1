import { useAppContext, useWorld, type Sending } from '../../context.ts';
import { DeleteThing } from '../things/delete-thing.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { channelWords as words } from '../../words/channel-words.ts';
import { copyOf } from './new-channel.ts';

/** What can be done with a channel as a whole. */
export function ChannelActs({ id, sending }: { readonly id: number; readonly sending: Sending }) {
  const { store, router } = useAppContext();
  const remove = useUndoable(sending);
  const channel = useWorld((world) => world.channels.find((one) => one.id === id));
  const channelNow = () => requireWorld(store).channels.find((one) => one.id === id);
  const copy = async () => {
    const now = channelNow();
    if (now === undefined) return;
    const made = copyOf(requireWorld(store), now);
    if (await sending.send({ type: 'admin.savesChannel', channel: made }))
      router.go('settings', 'channels', String(made.id));
  };
  const drop = async () => {
    const name = channelNow()?.name ?? '';
    const from = router.path.peek();
    if (await remove({ type: 'admin.deletesChannel', channel: id }, words.deleted(name)))
      router.replaceFrom(from, 'settings', 'channels');
  };
  return (
    <>
      <button type="button" class="quiet" title={words.copyHint} onClick={() => void copy()}>
        {words.copy}
      </button>
      <DeleteThing kind={{ named: 'channel' }} id={id} name={channel?.name ?? ''} onDelete={drop} />
    </>
  );
}
