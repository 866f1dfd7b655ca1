import { isOngoing } from '../../engine/agent-views.ts';
import { findAgent } from '../../engine/lookup.ts';
import { takesFiles } from '../../engine/views.ts';
import type { World } from '../../engine/world.ts';
import { customerName } from '../names.ts';

/** A conversation on the screen that takes files now: whose it is, at which desk, and where it stands. */
export type ChatUnder = {
  readonly session: number;
  /** 0 is the customer's own widget. */
  readonly agent: number;
  /** The customer, and who would send the file. */
  readonly customer: string;
  readonly sender: string;
  readonly box: Element;
};

/** The conversation that an element belongs to, where a file can be sent in it now; null elsewhere. */
export function chatUnder(target: EventTarget | undefined, world: World | null): ChatUnder | null {
  if (!(target instanceof Element) || world === null) return null;
  const desk = target.closest<HTMLElement>('.agent-chat[data-session]');
  // A picture of a widget in Settings is no conversation.
  const widget = target.closest<HTMLElement>(':is(.customer-tile, .alone) .widget');
  const box = desk ?? widget;
  const session = world.sessions.get(Number(box?.dataset['session']));
  if (box === null || session === undefined) return null;
  const customer = customerName(session);
  if (desk === null) {
    const isEmbedded = world.channels.some(({ id }) => id === session.channel);
    return takesFiles(session) && isEmbedded
      ? { session: session.id, agent: 0, customer, sender: customer, box }
      : null;
  }
  const agent = findAgent(world, Number(desk.closest<HTMLElement>('[data-agent]')?.dataset['agent']));
  if (agent === undefined || session.agent !== agent.id || !isOngoing(session)) return null;
  return { session: session.id, agent: agent.id, customer, sender: agent.name, box };
}

/** What sends a file in a conversation: its name, type and size, nothing of what is in it. */
export const sendingIn = ({ session, agent }: ChatUnder, { name, type, size }: File) => {
  const file = { name, ...(type === '' ? {} : { mediaType: type }), size };
  return agent === 0
    ? ({ type: 'customer.sendsFile', session, ...file } as const)
    : ({ type: 'agent.sendsFile', agent, session, ...file } as const);
};
