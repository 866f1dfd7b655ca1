import { useEffect } from 'preact/hooks';
import { channelColours } from '../channel-colours.ts';
import { useSending, useSurroundings, useWorld } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { ChannelForm } from './channels/channel-form.tsx';
import { channelTabs, type ChannelTab } from './channels/channel-form-value.ts';
import { channelWords } from './channels/channel-words.ts';
import { newChannel } from './channels/new-channel.ts';
import { Gone } from './gone.tsx';
import type { SectionProps } from './sections.ts';
import { settingsWords } from './settings-words.ts';
import './channels/channels.css';

const words = settingsWords.channel;

const isTab = (tab: string): tab is ChannelTab => channelTabs.some((one) => one === tab);

/** The channels, and the form of one: `channels`, its number, a tab of it, and a field there. */
export function ChannelsSection({ rest: [id, tab = 'properties', ...field] }: SectionProps) {
  const { router } = useSurroundings();
  const channels = useWorld((world) => world.channels);
  const channel = channels.find((one) => String(one.id) === id);
  const first = channels[0]?.id;
  useEffect(() => {
    if (id === undefined && first !== undefined) router.replace('settings', 'channels', String(first));
  }, [id, first, router]);
  return (
    <div class="list-and-form">
      <ChannelList chosen={channel?.id ?? 0} />
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

function ChannelList({ chosen }: { readonly chosen: number }) {
  const { store, router } = useSurroundings();
  const channels = useWorld((world) => world.channels);
  const sending = useSending();
  const add = async () => {
    const channel = newChannel(requireWorld(store));
    if (await sending.send({ type: 'admin.savesChannel', channel }))
      router.go('settings', 'channels', String(channel.id));
  };
  return (
    <nav class="settings-list" aria-label={settingsWords.sections.channels}>
      <header class="pane-head">
        <h2>{settingsWords.sections.channels}</h2>
        <span class="count">{channels.length}</span>
        <span class="push" />
        <button type="button" class="quiet" title={channelWords.addHint} onClick={() => void add()}>
          <Icon name="plus" /> {channelWords.add}
        </button>
      </header>
      <Refusal sending={sending} />
      <ul>
        {channels.map((one) => (
          <li key={one.id}>
            <a
              class="settings-row"
              href={hrefOf(['settings', 'channels', String(one.id)])}
              aria-current={one.id === chosen ? 'true' : undefined}
            >
              <i class="channel-square" style={channelColours(one)} aria-hidden="true" />
              <b dir="auto" title={one.name}>
                {one.name}
              </b>
              <small>{words.about(one.members.length, one.bot.enabled ? one.bot.name : '')}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
