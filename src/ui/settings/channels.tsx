import { channelColours } from '../channel-colours.ts';
import { useSending, useAppContext, useWorld } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { ChannelForm } from './channels/channel-form.tsx';
import { channelTabs, type ChannelTab } from './channels/channel-form-value.ts';
import { channelWords } from '../words/channel-words.ts';
import { channelProblems } from './channels/channel-problems.ts';
import { newChannel } from './channels/new-channel.ts';
import { channelDraftKey } from './channels/use-channel-form.ts';
import { Gone } from './gone.tsx';
import type { SectionProps } from './section-props.ts';
import type { ListRow } from './list/list-row.ts';
import { SettingsList } from './list/settings-list.tsx';
import { settingsWords } from '../words/settings-words.ts';
import { useFirstOpen } from './things/thing-section.tsx';
import { useSettings } from './things/use-settings.ts';
import './things/things.css';
import './channels/channels.css';

const words = settingsWords.channel;

const isTab = (tab: string): tab is ChannelTab => channelTabs.some((one) => one === tab);

/** The channels, and the form of one: `channels`, its number, a tab of it, and a field there. */
export function ChannelsSection({ rest: [id, tab = 'properties', ...field] }: SectionProps) {
  const channels = useWorld((world) => world.channels);
  const channel = channels.find((one) => String(one.id) === id);
  useFirstOpen('channels', id, channels[0] === undefined ? undefined : String(channels[0].id));
  return (
    <div class={`list-and-form of-things${id === undefined ? '' : ' has-open'}`}>
      <ChannelList open={id} />
      {channel !== undefined && isTab(tab) ? (
        <ChannelForm
          key={channel.id}
          id={channel.id}
          tab={tab}
          field={field.length === 0 ? undefined : field.join('.')}
        />
      ) : (
        <Gone text={goneText(channels.length, id, channel === undefined ? undefined : tab)} />
      )}
    </div>
  );
}

function goneText(channels: number, id: string | undefined, tab: string | undefined): string {
  if (channels === 0) return words.none;
  if (id === undefined) return words.choose;
  return words.gone(tab === undefined ? id : `${id}/${tab}`);
}

/** The channels by what says who answers there, and the button that makes one. */
function ChannelList({ open }: { readonly open: string | undefined }) {
  const { store, router } = useAppContext();
  const world = useSettings();
  const sending = useSending();
  const add = async () => {
    const channel = newChannel(requireWorld(store));
    if (await sending.send({ type: 'admin.savesChannel', channel }))
      router.go('settings', 'channels', String(channel.id));
  };
  const rows = world.channels.map((one): ListRow => {
    const fault = channelProblems(one, world).find(({ isWarning }) => isWarning !== true);
    const members = one.members.filter(({ agent }) => world.agents.some(({ id }) => id === agent));
    return {
      key: String(one.id),
      name: one.name,
      detail: words.about(members.length, one.bot.enabled ? one.bot.name : ''),
      mark: <i class="channel-square" style={channelColours(one)} aria-hidden="true" />,
      fault: fault?.text ?? '',
      isUnsaved: store.draft(channelDraftKey(one.id)) !== '',
    };
  });
  return (
    <SettingsList
      section="channels"
      rows={rows}
      count={rows.length}
      open={open}
      adding={
        <button type="button" class="quiet" title={channelWords.addHint} onClick={() => void add()}>
          <Icon name="plus" /> {channelWords.add}
        </button>
      }
    >
      <Refusal sending={sending} />
    </SettingsList>
  );
}
