import type { Channel, Folder } from '../../../engine/definition.ts';
import { isBotFolder } from '../../../engine/registration.ts';
import { useSending, useStore, useWorld } from '../../context.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { SureButton } from '../../controls/sure-button.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { AddFiles } from './add-files.tsx';
import { LeftBehindLater } from './left-behind-later.tsx';
import { PortLater } from './port-later.tsx';
import { RenameFolder } from './rename-folder.tsx';

type FolderMenuProps = { readonly folder: Folder; readonly close: () => void };

const usesFolder = ({ bot }: Channel, { name }: Folder): boolean => bot.enabled && bot.folder === name;

/** What can be done with a folder: files come in, channels take it as their bot, it goes. */
export function FolderMenu({ folder, close }: FolderMenuProps) {
  const store = useStore();
  const channels = useWorld((world) => world.channels);
  const sending = useSending();
  const send = useUndoable(sending);
  const isBot = isBotFolder(folder);
  const change = (id: number, enabled: boolean) => {
    const channel = requireWorld(store).channels.find((one) => one.id === id);
    if (channel === undefined) return;
    const name = channel.bot.name === '' ? folder.name : channel.bot.name;
    void sending.send({
      type: 'admin.savesChannel',
      channel: { ...channel, bot: { enabled, folder: folder.name, name } },
    });
  };
  return (
    <div class="small-form">
      <h3>{folder.name}</h3>
      <AddFiles folder={folder} onAdded={close} />
      <fieldset class="bot-of" disabled={!isBot}>
        <legend>{botWords.botOf}</legend>
        {channels.map((channel) => (
          <label class="check" key={channel.id}>
            <input
              type="checkbox"
              checked={usesFolder(channel, folder)}
              onChange={(event) => {
                change(channel.id, event.currentTarget.checked);
              }}
            />
            <span>
              {channel.name}
              {channel.bot.enabled && channel.bot.folder !== folder.name ? (
                <small> {botWords.botOfNow(channel.bot.folder)}</small>
              ) : null}
            </span>
          </label>
        ))}
        {isBot ? null : <p class="note">{botWords.noBotFolder}</p>}
      </fieldset>
      <PortLater folder={folder} script={0} close={close} />
      <RenameFolder folder={folder} close={close} />
      <Refusal sending={sending} />
      <LeftBehindLater kind="folder" id={folder.id} />
      <SureButton
        label={botWords.deleteFolder}
        sure={botWords.deleteFolderSure(folder.scripts.length)}
        onSure={() =>
          void send({ type: 'admin.deletesFolder', folder: folder.id }, words.undo.deletedFolder(folder.name))
        }
      />
    </div>
  );
}
