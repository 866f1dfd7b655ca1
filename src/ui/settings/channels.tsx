import { useEffect } from 'preact/hooks';
import { channelColours } from '../channel-colours.ts';
import { useSurroundings, useWorld } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { ChannelForm } from './channel-form.tsx';
import { Gone } from './gone.tsx';
import type { SectionProps } from './sections.ts';
import { settingsWords } from './settings-words.ts';

const words = settingsWords.channel;

/** The channels, and the form of one: `channels`, its number, and a tab of it. */
export function ChannelsSection({ rest: [id, tab] }: SectionProps) {
  const { router } = useSurroundings();
  const channels = useWorld((world) => world.channels);
  const channel = channels.find((one) => String(one.id) === id);
  const first = channels[0]?.id;
  useEffect(() => {
    if (id === undefined && first !== undefined) router.replace('settings', 'channels', String(first));
  }, [id, first, router]);
  if (channels.length === 0) return <Gone text={words.none} />;
  return (
    <div class="list-and-form">
      <nav class="settings-list" aria-label={settingsWords.sections.channels}>
        <header class="pane-head">
          <h2>{settingsWords.sections.channels}</h2>
          <span class="count">{channels.length}</span>
        </header>
        <ul>
          {channels.map((one) => (
            <li key={one.id}>
              <a
                class="settings-row"
                href={hrefOf(['settings', 'channels', String(one.id)])}
                aria-current={one === channel ? 'true' : undefined}
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
      {channel !== undefined && (tab === undefined || tab === 'chatBot') ? (
        <ChannelForm key={channel.id} id={channel.id} />
      ) : id === undefined ? null : (
        <Gone text={words.gone(channel === undefined ? id : `${id}/${tab ?? ''}`)} />
      )}
    </div>
  );
}
