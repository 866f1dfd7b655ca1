import type { World } from '../../engine/world.ts';
import type { Waits } from '../../protocol/debug-api.ts';
import { agentName, customerName } from '../names.ts';
import { standingWords as words } from '../words/waiting-step-words.ts';

/** The customer whom a step that waits is about; empty where there is none yet. */
export function whoWaits(world: World, { session }: Waits): string {
  const found = session === null ? undefined : world.sessions.get(session);
  return found === undefined ? '' : customerName(found);
}

/** What waits, as the beginning of a sentence: “Ada’s message”. */
export function whatWaits(world: World, waits: Waits): string {
  const { input } = waits;
  const customer = whoWaits(world, waits);
  switch (input.type) {
    case 'customer.connects':
      return words.arrival;
    case 'customer.writes':
      return words.message(customer);
    case 'customer.clicksOption':
    case 'customer.answersFaq':
      return words.choice(customer);
    case 'customer.submitsForm':
      return words.form(customer);
    case 'agent.writes':
      return words.messageTo(agentName(world, input.agent), customer);
    case 'clock.advances':
      return words.due;
    case 'admin.runsScript':
      return words.run;
    default:
      if (input.type.startsWith('admin.')) return words.setting;
      return words.doing(
        'agent' in input && typeof input.agent === 'number' ? agentName(world, input.agent) : customer,
      );
  }
}

/** Whether it is something that somebody sent, so that it is saved or not, and can be dropped. */
export const isSent = ({ input }: Waits): boolean => input.type !== 'clock.advances';
