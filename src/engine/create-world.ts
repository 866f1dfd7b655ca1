import {
  agentFrom,
  channelFrom,
  contactFrom,
  faqEntryFrom,
  faqFolderFrom,
  fileTypeDefaults,
  folderFrom,
  mockFrom,
  optionDefaults,
  quickReplyFrom,
  triggerFrom,
  webhookFrom,
  withDefaults,
} from './defaults.ts';
import type { WorldFile } from './definition.ts';
import { registrationOf } from './registration.ts';
import { Table } from './table.ts';
import type { World } from './world.ts';

/**
 * The world before its first step. Bots are registered silently: their scripts are looked up, none
 * runs, and no event tells of it (rulings 13).
 */
export function createWorld(file: WorldFile): World {
  const channels = (file.channels ?? []).map(channelFrom);
  const folders = withIds(file.folders ?? [], folderFrom);
  const startsAt = Date.parse(file.startsAt);
  return {
    now: startsAt,
    startsAt,
    timeZone: zoneOf(file.timeZone),
    seed: file.seed ?? 1,
    seq: 0,
    step: 0,
    options: withDefaults(optionDefaults, file.options),
    agents: (file.agents ?? []).map(agentFrom),
    channels,
    folders,
    triggers: (file.triggers ?? []).map(triggerFrom),
    webhooks: (file.webhooks ?? []).map(webhookFrom),
    faqFolders: (file.faq?.folders ?? []).map(faqFolderFrom),
    faqEntries: (file.faq?.entries ?? []).map(faqEntryFrom),
    mocks: withIds(file.mocks ?? [], mockFrom),
    contacts: (file.contacts ?? []).map(contactFrom),
    quickReplies: (file.quickReplies ?? []).map(quickReplyFrom),
    fileTypes: file.fileTypes ?? fileTypeDefaults,
    tables: file.tables ?? {},
    sessions: Table.empty(),
    messages: Table.empty(),
    requests: Table.empty(),
    queue: [],
    timers: [],
    heldFrom: 0,
    registrations: channels.flatMap((channel) => registrationOf(channel, folders) ?? []),
    leftOut: [],
    webhookStatistics: {},
    deliveries: {},
    mocksPlayed: {},
    mockStates: {},
    globalVariables: {},
    sessionVariables: {},
    accepts: {},
  };
}

/** An empty zone says nothing, as one that is left out. */
const zoneOf = (said = ''): string => (said === '' ? 'UTC' : said);

/** Numbers things without an id in order, around the ids that are given (rulings 26). */
export function withIds<F extends { readonly id?: number | undefined }, T>(
  files: readonly F[],
  from: (file: F, id: number) => T,
): T[] {
  const taken = new Set(files.flatMap(({ id }) => id ?? []));
  let next = 1;
  return files.map((file) => {
    if (file.id !== undefined) return from(file, file.id);
    while (taken.has(next)) next++;
    return from(file, next++);
  });
}
