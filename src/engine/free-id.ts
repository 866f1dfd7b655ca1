import type { World } from './world.ts';

/** The kinds of things that get a number of their own when somebody makes one. */
export type NumberedKind =
  | 'agent'
  | 'channel'
  | 'contact'
  | 'quickReply'
  | 'faqFolder'
  | 'faqEntry'
  | 'trigger'
  | 'webhook'
  | 'script';

/** Every number of a kind that is in use or was: what names a thing that is gone must not mean another one. */
const used: Readonly<Record<NumberedKind, (world: World) => readonly number[]>> = {
  agent: ({ agents, channels, quickReplies, sessions }) => [
    ...ids(agents),
    ...channels.flatMap(({ members }) => members.map(({ agent }) => agent)),
    ...quickReplies.map(({ agent }) => agent),
    ...[...sessions].map(({ agent }) => agent),
  ],
  channel: ({ channels, sessions }) => [...ids(channels), ...[...sessions].map(({ channel }) => channel)],
  contact: ({ contacts, sessions }) => [...ids(contacts), ...[...sessions].map(({ contact }) => contact)],
  quickReply: ({ quickReplies }) => ids(quickReplies),
  faqFolder: ({ faqFolders, faqEntries, channels }) => [
    ...ids(faqFolders),
    ...faqFolders.map(({ parent }) => parent),
    ...faqEntries.map(({ folder }) => folder),
    ...channels.map(({ preChatForm }) => preChatForm.faqFolder),
  ],
  faqEntry: ({ faqEntries }) => ids(faqEntries),
  trigger: ({ triggers }) => ids(triggers),
  webhook: ({ webhooks, webhookStatistics }) => [
    ...ids(webhooks),
    ...Object.keys(webhookStatistics).map(Number),
  ],
  script: ({ folders, triggers }) => [
    ...folders.flatMap(({ scripts }) => ids(scripts)),
    ...triggers.map(({ script }) => script),
  ],
};

const ids = (things: readonly { readonly id: number }[]): readonly number[] => things.map(({ id }) => id);

/** A number for a new thing: above all that are in use, and above all that something still names. */
export const freeId = (world: World, kind: NumberedKind): number =>
  used[kind](world).reduce((highest, id) => Math.max(highest, id), 0) + 1;
