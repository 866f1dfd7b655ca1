import { isBotFolder } from '../../engine/registration.ts';
import type { Channel } from '../../engine/definition.ts';
import { useSending, useShowOnStage, useStore, useWorld } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { agentName } from '../names.ts';
import { Refusal } from '../parts/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { SavedField } from './saved-field.tsx';
import { SettingsHead } from './settings-head.tsx';
import { settingsWords } from './settings-words.ts';
import { SwitchField } from '../parts/switch-field.tsx';

const words = settingsWords.channel;

/** The bot of a channel, and who answers there. */
export function ChannelForm({ id }: { readonly id: number }) {
  const store = useStore();
  const channel = useWorld((world) => world.channels.find((one) => one.id === id));
  const sending = useSending();
  if (channel === undefined) return null;
  const { bot } = channel;
  const set = async (part: Partial<Channel['bot']>) => {
    // As it is by now: a script may have changed it since this was drawn.
    const now = requireWorld(store).channels.find((one) => one.id === id) ?? channel;
    return sending.send({ type: 'admin.savesChannel', channel: { ...now, bot: { ...now.bot, ...part } } });
  };
  return (
    <section class="settings-form" aria-labelledby="channel-title">
      <SettingsHead id="channel-title" title={channel.name}>
        {words.number(id)}
      </SettingsHead>
      <Refusal sending={sending} />
      <h3>{words.chatBot}</h3>
      <SwitchField
        label={words.bot}
        help={words.botHelp}
        on={bot.enabled}
        disabled={!bot.enabled && bot.folder === ''}
        onSwitch={(enabled) => void set({ enabled })}
      />
      <BotFolder folder={bot.folder} onChoose={(folder) => void set(chosen(channel, folder))} />
      <SavedField
        label={words.name}
        help={words.nameHelp}
        stored={bot.name}
        now={() => requireWorld(store).channels.find((one) => one.id === id)?.bot.name ?? ''}
        what={words.nameMeanwhile}
        field={{ maxLength: 255, dir: 'auto' }}
        onSave={(name) => set({ name })}
      />
      <Answering channel={channel} />
    </section>
  );
}

/** Who takes a folder as the bot wants it to answer; a bot without a name is called as its folder. */
const chosen = ({ bot }: Channel, folder: string): Channel['bot'] => ({
  enabled: folder !== '',
  folder,
  name: bot.name === '' ? folder : bot.name,
});

type BotFolderProps = { readonly folder: string; readonly onChoose: (folder: string) => void };

function BotFolder({ folder, onChoose }: BotFolderProps) {
  const show = useShowOnStage();
  const folders = useWorld((world) => world.folders.filter(isBotFolder));
  const first = folders.find(({ name }) => name === folder)?.scripts[0]?.id;
  const isKnown = folder === '' || folders.some(({ name }) => name === folder);
  return (
    <div class="saved-field">
      <label>
        {words.folder}
        <select
          value={folder}
          onChange={(event) => {
            onChoose(event.currentTarget.value);
          }}
        >
          <option value="">–</option>
          {isKnown ? null : <option value={folder}>{words.folderGone(folder)}</option>}
          {folders.map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {folders.length === 0 ? <p class="note">{words.noFolder}</p> : null}
      {first === undefined ? null : (
        <button
          type="button"
          class="link"
          onClick={() => {
            show({ script: first, line: 0, column: 0, bottom: 'script', pane: 'bots' });
          }}
        >
          {words.openScripts}
        </button>
      )}
    </div>
  );
}

function Answering({ channel: { members } }: { readonly channel: Channel }) {
  const names = useWorld((world) => members.map(({ agent }) => agentName(world, agent)));
  return (
    <>
      <h3>{words.agents}</h3>
      {members.length === 0 ? <p class="note">{words.noAgents}</p> : null}
      <ul class="settings-links">
        {members.map(({ agent }, index) => (
          <li key={agent}>
            <a href={hrefOf(['settings', 'agents', String(agent)])} dir="auto">
              {names[index]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
