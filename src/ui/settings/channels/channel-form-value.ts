import { channelName, channelSettings } from '../../../engine/channel-settings.ts';
import { channelFrom } from '../../../engine/defaults.ts';
import type { Channel } from '../../../engine/definition.ts';

/** What the form of a channel holds beside its members: its name and every setting of the table. */
export const channelFormSettings = { name: channelName, ...channelSettings };

/** What is drawn where a channel is gone and nothing was typed. */
export const noChannel: Channel = channelFrom({ id: 0, name: '' });

export type ChannelTab = Exclude<keyof Channel, 'id' | 'name'>;

/** The product's tabs in its order (chat-domain §7). */
export const channelTabs: readonly ChannelTab[] = [
  'properties',
  'layout',
  'members',
  'bot',
  'offlineForm',
  'preChatForm',
  'postChatForm',
];

/** Whether what an optional tab is about is on. */
export const isActive = (channel: Channel, tab: ChannelTab): boolean => {
  switch (tab) {
    case 'bot':
      return channel.bot.enabled;
    case 'offlineForm':
      return channel.offlineForm.requests.enabled;
    case 'preChatForm':
      return channel.preChatForm.enabled || channel.preChatForm.faqEnabled;
    case 'postChatForm':
      return channel.postChatForm.enabled;
    case 'properties':
    case 'layout':
    case 'members':
      return false;
  }
};
