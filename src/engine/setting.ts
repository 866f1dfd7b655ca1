import type { WorldFile } from './definition.ts';
import type { World } from './world.ts';

/**
 * The settings of a world as they stand now, as the starting world of a file: what people changed and saved is in it,
 * what was said is not. It begins at the same moment and with the same chance as this one did.
 */
export function settingOf(world: World): WorldFile {
  const { startsAt, timeZone, seed, agents, channels, folders, triggers, webhooks, mocks } = world;
  const { contacts, quickReplies, fileTypes, tables, options, faqFolders, faqEntries } = world;
  return {
    startsAt: new Date(startsAt).toISOString(),
    timeZone,
    seed,
    agents,
    channels,
    folders,
    triggers,
    webhooks,
    faq: { folders: faqFolders, entries: faqEntries },
    mocks,
    contacts,
    quickReplies,
    fileTypes,
    tables,
    options,
  };
}
