import { withIds } from '../engine/create-world.ts';
import {
  agentFrom,
  channelFrom,
  contactFrom,
  faqEntryFrom,
  faqFolderFrom,
  fileTypeDefaults,
  mockFrom,
  optionDefaults,
  quickReplyFrom,
  scriptFrom,
  triggerFrom,
  webhookFrom,
} from '../engine/defaults.ts';
import type { ChannelFile, FolderFile, MemberFile, MockFile, WorldFile } from '../engine/definition.ts';
import { without } from './without.ts';

/** A world with every field left out that says what is so anyway: the same world, made of fewer words. */
export function worldWithoutDefaults(world: WorldFile): WorldFile {
  const said = {
    ...world,
    timeZone: world.timeZone === '' ? 'UTC' : world.timeZone,
    agents: world.agents?.map(bare.agent),
    channels: world.channels?.map(bare.channel),
    folders: withoutIds(world.folders, bare.folder),
    triggers: world.triggers?.map(bare.trigger),
    webhooks: world.webhooks?.map(bare.webhook),
    faq: {
      folders: world.faq?.folders?.map(bare.faqFolder),
      entries: world.faq?.entries?.map(bare.faqEntry),
    },
    mocks: withoutIds(world.mocks, bare.mock),
    contacts: world.contacts?.map(bare.contact),
    quickReplies: world.quickReplies?.map(bare.quickReply),
  };
  const { startsAt, ...rest } = said;
  return { startsAt, ...(without(rest, worldDefaults) as Partial<WorldFile> | undefined) };
}

const worldDefaults = {
  timeZone: 'UTC',
  seed: 1,
  agents: [],
  channels: [],
  folders: [],
  triggers: [],
  webhooks: [],
  faq: { folders: [], entries: [] },
  mocks: [],
  contacts: [],
  quickReplies: [],
  personas: [],
  fileTypes: fileTypeDefaults,
  tables: {},
  options: optionDefaults,
};

/** Leaves out of a thing what it would have anyway, were only its `required` fields given. */
function leavingOut<T extends object, K extends keyof T>(
  from: (least: Pick<T, K>) => object,
  ...required: readonly K[]
): (given: T) => T {
  return (given) => {
    const entries = Object.entries(given) as [K, unknown][];
    const isRequired = ([key]: readonly [K, unknown]) => required.includes(key);
    const least = Object.fromEntries(entries.filter(isRequired)) as Pick<T, K>;
    const others = Object.fromEntries(entries.filter((entry) => !isRequired(entry)));
    return { ...least, ...(without(others, from(least)) as object | undefined) } as T;
  };
}

const script = leavingOut(scriptFrom, 'id', 'name');
const member = leavingOut<MemberFile, 'agent'>(
  (least) => channelFrom({ id: 0, name: '', members: [least] }).members[0] ?? {},
  'agent',
);
const channel = leavingOut(channelFrom, 'id', 'name');

/** Each kind of thing in a world without what it would have anyway, as it stands in a world or an admin input. */
export const bare = {
  script,
  agent: leavingOut(agentFrom, 'id', 'name'),
  channel: (given: ChannelFile): ChannelFile => channel({ ...given, members: given.members?.map(member) }),
  folder: (given: FolderFile): FolderFile => {
    const { scripts, ...rest } = given;
    return scripts === undefined || scripts.length === 0 ? rest : { ...rest, scripts: scripts.map(script) };
  },
  trigger: leavingOut(triggerFrom, 'id', 'event', 'script'),
  webhook: leavingOut(webhookFrom, 'id', 'name'),
  faqFolder: leavingOut(faqFolderFrom, 'id', 'name'),
  faqEntry: leavingOut(faqEntryFrom, 'id'),
  contact: leavingOut(contactFrom, 'id', 'name'),
  quickReply: leavingOut(quickReplyFrom, 'id', 'name'),
  mock: (given: MockFile): MockFile => {
    const { id, name, request, responses, after, state, hold } = given;
    const { url, ...asked } = request;
    const full = mockFrom({ request: { url } }, 0);
    const [answer] = full.responses;
    const answers = responses?.map((response) => without(response, answer) ?? {});
    return {
      ...(id !== undefined && { id }),
      ...(name !== undefined && name !== '' && { name }),
      request: { url, ...(without(asked, full.request) as object | undefined) },
      ...(without({ responses: answers }, { responses: [{}] }) as object | undefined),
      ...(after !== undefined && { after }),
      ...(state !== undefined && { state }),
      ...(hold !== undefined && { hold }),
    };
  },
};

/** Folders and mocks that are numbered in order need not say so (rulings 26). */
function withoutIds<T extends { readonly id?: number | undefined }>(
  things: readonly T[] | undefined,
  strip: (thing: T) => T,
): readonly T[] | undefined {
  if (things === undefined) return undefined;
  const ids = withIds(things, (_, id) => id);
  const isInOrder = ids.every((id, index) => id === index + 1);
  return things.map((thing, index) => {
    const { id: _id, ...rest } = strip(thing);
    return (isInOrder ? rest : { ...rest, id: ids[index] }) as T;
  });
}
