import type { Channel } from '../../../engine/definition.ts';
import { useStore, useWorld, type Sending } from '../../context.ts';
import { useForm, type Form } from '../../form/use-form.ts';
import { requireWorld } from '../../store/store.ts';
import { channelFormSettings, noChannel } from './channel-form-value.ts';
import { channelProblems } from './channel-problems.ts';

/** The key under which what is typed into the form of a channel is kept until it is saved. */
export const channelDraftKey = (id: number): string => `channel:${String(id)}`;

/** The form of a channel: all of it is saved as one input. */
export function useChannelForm(id: number, sending: Sending): Form<Channel> {
  const store = useStore();
  const stored = useWorld((world) => world.channels.find((one) => one.id === id) ?? null);
  // What its problems are is asked of the world as it is drawn: names, agents, folders.
  useWorld((world) => [world.channels, world.folders, world.faqFolders, world.faqEntries, world.agents]);
  return useForm<Channel>(
    {
      settings: channelFormSettings,
      draftKey: channelDraftKey(id),
      stored,
      now: () => requireWorld(store).channels.find((one) => one.id === id) ?? null,
      problems: (channel) => channelProblems(channel, requireWorld(store)),
      save: (channel) => sending.send({ type: 'admin.savesChannel', channel: { ...channel, id } }),
    },
    noChannel,
  );
}
