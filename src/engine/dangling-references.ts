import type { Channel } from './definition.ts';
import { isOngoing } from './agent-views.ts';
import { customerName } from './lookup.ts';
import { status } from './numbers.ts';
import { findHandler, findScript } from './registration.ts';
import type { Session, World } from './world.ts';

/** The kinds of things that others name. */
export type NamedKind = 'agent' | 'channel' | 'folder' | 'script' | 'faqFolder' | 'contact' | 'webhook';

/** What a deletion would leave behind: of one kind of consequence, whom it concerns, in their order. */
export type DanglingReferences = {
  readonly what:
    | 'chats' // somebody talks with this agent: it is refused
    | 'memberships' // channels of which the agent is a member
    | 'unanswered' // channels that nobody else may answer
    | 'quickReplies' // nobody owns them any more
    | 'customers' // sessions that have not ended
    | 'bots' // channels whose bot it is, or has the script registered
    | 'triggers' // they run nothing any more
    | 'handlers' // webhooks that run the script
    | 'entries' // FAQ entries that lie in no folder then
    | 'subfolders' // FAQ folders that stand at the top then
    | 'suggestions' // channels that suggest answers from this folder, and none then
    | 'links' // sessions that are linked to this contact
    | 'deliveries'; // events that are still to be delivered, and will not be
  readonly of: readonly { readonly id: number; readonly name: string }[];
};

/** Whether an input that deletes it is refused as long as this is so. */
export const forbidsDeletion = ({ what }: DanglingReferences): boolean => what === 'chats';

/**
 * What a deletion would leave behind (chat-domain Q79). Nothing else is changed by it: what names something that is gone
 * is as if it named nothing, and as before when that comes back.
 */
export function danglingReferences(world: World, kind: NamedKind, id: number): readonly DanglingReferences[] {
  return finders[kind](world, id).filter(({ of }) => of.length > 0);
}

type Find = (world: World, id: number) => readonly DanglingReferences[];

const finders: Readonly<Record<NamedKind, Find>> = {
  agent: (world, id) => {
    const member = world.channels.filter(({ members }) => members.some(({ agent }) => agent === id));
    const chats = sessionsOf(world, (one) => isOngoing(one) && (one.agent === id || one.transferTo === id));
    return [
      { what: 'chats', of: chats },
      { what: 'memberships', of: named(member) },
      { what: 'unanswered', of: named(member.filter((channel) => isLastAt(world, channel, id))) },
      { what: 'quickReplies', of: named(world.quickReplies.filter(({ agent }) => agent === id)) },
    ];
  },
  channel: (world, id) => [
    {
      what: 'customers',
      of: sessionsOf(world, (one) => one.channel === id && one.status < status.finished),
    },
  ],
  folder: (world, id) => {
    const folder = world.folders.find((one) => one.id === id);
    if (folder === undefined) return [];
    const bots = world.channels.filter(({ bot }) => bot.enabled && bot.folder === folder.name);
    return [
      { what: 'bots', of: named(bots) },
      ...usesOf(world, new Set(folder.scripts.map((one) => one.id))),
    ];
  },
  script: (world, id) => {
    const registered = world.registrations.filter(({ scripts }) => Object.values(scripts).includes(id));
    const bots = world.channels.filter((one) => registered.some(({ channel }) => channel === one.id));
    return [{ what: 'bots', of: named(bots) }, ...usesOf(world, new Set([id]))];
  },
  faqFolder: (world, id) => [
    {
      what: 'entries',
      of: world.faqEntries
        .filter(({ folder }) => folder === id)
        .map((entry) => ({ id: entry.id, name: entry.title })),
    },
    { what: 'subfolders', of: named(world.faqFolders.filter(({ parent }) => parent === id)) },
    {
      what: 'suggestions',
      of: named(
        world.channels.filter(({ preChatForm: { faqEnabled, faqFolder } }) => faqEnabled && faqFolder === id),
      ),
    },
  ],
  contact: (world, id) => [{ what: 'links', of: sessionsOf(world, ({ contact }) => contact === id) }],
  webhook: (world, id) => {
    const due = world.timers.filter((timer) => timer.kind === 'webhook' && timer.webhook === id);
    return [{ what: 'deliveries', of: due.map(({ seq }) => ({ id: seq, name: String(seq) })) }];
  },
};

type Named = { readonly id: number; readonly name: string };
const named = (things: readonly Named[]) => things.map(({ id, name }) => ({ id, name }));

const sessionsOf = (world: World, is: (session: Session) => boolean) =>
  [...world.sessions].filter(is).map((session) => ({ id: session.id, name: customerName(session) }));

/** Whether of the agents who may answer on a channel this one is the last that there is. */
function isLastAt(world: World, { members }: Channel, id: number): boolean {
  const there = members.filter(
    ({ agent, canRespond }) => canRespond && world.agents.some((one) => one.id === agent),
  );
  return there.length === 1 && there[0]?.agent === id;
}

/** Triggers and webhooks that run one of these scripts. */
function usesOf(world: World, scripts: ReadonlySet<number>): readonly DanglingReferences[] {
  const nameOf = (script: number) => findScript(world.folders, script)?.name ?? '';
  return [
    {
      what: 'triggers',
      of: world.triggers
        .filter(({ script }) => scripts.has(script))
        .map(({ id, script }) => ({ id, name: nameOf(script) })),
    },
    {
      what: 'handlers',
      of: named(
        world.webhooks.filter(
          ({ type, url }) => type === 'crmscript' && scripts.has(findHandler(world.folders, url)?.id ?? 0),
        ),
      ),
    },
  ];
}
