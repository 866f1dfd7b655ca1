import type { Channel, FaqFolder, WorldFile } from './definition.ts';
import { findScript } from './registration.ts';
import type { World } from './world.ts';

/**
 * The settings of a world as they stand now, as the starting world of a file: what people changed and saved is in it,
 * what was said is not. It begins at the same moment and with the same chance as this one did. What names something that
 * is gone names nothing in it, as a file may (reliability I10).
 */
export function settingOf(world: World): WorldFile {
  const { startsAt, timeZone, seed, agents, folders, webhooks, mocks } = world;
  const { contacts, fileTypes, tables, options, faqFolders } = world;
  const isThere = (id: number) => faqFolders.some((one) => one.id === id);
  return {
    startsAt: new Date(startsAt).toISOString(),
    timeZone,
    seed,
    agents,
    channels: world.channels.map((channel) => channelWithout(world, channel)),
    folders,
    triggers: world.triggers.filter(({ script }) => findScript(folders, script) !== undefined),
    webhooks,
    faq: {
      folders: faqFolders.map((folder) => (isAtTop(faqFolders, folder) ? { ...folder, parent: 0 } : folder)),
      entries: world.faqEntries.map((entry) =>
        entry.folder === 0 || isThere(entry.folder) ? entry : { ...entry, folder: 0 },
      ),
    },
    mocks,
    contacts,
    quickReplies: world.quickReplies.map(({ agent, ...reply }) =>
      agents.some(({ id }) => id === agent) ? { ...reply, agent } : reply,
    ),
    fileTypes,
    tables,
    options,
  };
}

/** A channel without members, bot and FAQ folder that are gone; one that loses none is the same. */
function channelWithout({ agents, folders, faqFolders }: World, channel: Channel): Channel {
  const { bot, preChatForm: form } = channel;
  const members = channel.members.filter(({ agent }) => agents.some(({ id }) => id === agent));
  const hasBot = bot.folder === '' || folders.some(({ name }) => name === bot.folder);
  const hasFaq = form.faqFolder === 0 || faqFolders.some(({ id }) => id === form.faqFolder);
  if (members.length === channel.members.length && hasBot && hasFaq) return channel;
  return {
    ...channel,
    members,
    bot: hasBot ? bot : { ...bot, enabled: false, folder: '' },
    preChatForm: hasFaq ? form : { ...form, faqEnabled: false, faqFolder: 0 },
  };
}

/** Whether a folder stands at the top: in no other, in one that is gone, or in itself. */
function isAtTop(folders: readonly FaqFolder[], folder: FaqFolder): boolean {
  const seen = new Set([folder.id]);
  let { parent } = folder;
  for (let first = true; ; first = false) {
    const above = folders.find(({ id }) => id === parent);
    if (above === undefined) return first;
    if (seen.has(above.id)) return above.id === folder.id;
    seen.add(above.id);
    parent = above.parent;
  }
}
