import type { World } from '../../engine/world.ts';
import { channelProblems } from './channels/channel-problems.ts';
import type { SectionName } from './kinds.ts';
import { agentKind } from './things/agents.tsx';
import { contactKind } from './things/contacts.tsx';
import { entryKind } from './things/faq-entry.tsx';
import { faqFolderKind } from './things/faq-folder.tsx';
import { quickReplyKind } from './things/quick-replies.tsx';
import { faultOf, type ThingKind } from './things/thing-kind.ts';
import { triggerKind } from './things/triggers.tsx';
import { webhookKind } from './things/webhooks.tsx';

const faults =
  <T extends { readonly id: number }, V extends object>(kind: ThingKind<T, V>) =>
  (world: World): number =>
    kind.all(world).filter((thing) => faultOf(kind, thing, world) !== '').length;

/** Of each section whose things can name others: how many are to be mended. */
const counted: Readonly<Partial<Record<SectionName, (world: World) => number>>> = {
  channels: (world) =>
    world.channels.filter((one) => channelProblems(one, world).some(({ isWarning }) => isWarning !== true))
      .length,
  agents: faults(agentKind),
  contacts: faults(contactKind),
  faq: (world) => faults(entryKind)(world) + faults(faqFolderKind)(world),
  quickReplies: faults(quickReplyKind),
  triggers: faults(triggerKind),
  webhooks: faults(webhookKind),
};

/** How many things of a section could not be saved as they are, such as a trigger whose script was deleted. */
export const faultsIn = (world: World, section: SectionName): number => counted[section]?.(world) ?? 0;
