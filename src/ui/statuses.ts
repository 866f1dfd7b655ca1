import type { SessionStatus } from '../engine/numbers.ts';
import type { Session } from '../engine/world.ts';
import { statusNames } from '../engine/numbers.ts';

/** Statuses that share a colour everywhere: chip, node, timeline. */
export type StatusTone = 'form' | 'queue' | 'customer' | 'user' | 'end';

type StatusLook = {
  readonly short: string;
  readonly node: string;
  readonly name: string;
  readonly tone: StatusTone;
};

/** Short form on chips, shortest form in the diagram, and the product's own name (chat-domain §1.8). */
const looks: readonly StatusLook[] = [
  { short: 'Invalid', node: 'Invalid', name: 'Invalid', tone: 'end' },
  { short: 'Pre-chat form', node: 'Form', name: 'Pre-chat form', tone: 'form' },
  { short: 'FAQ', node: 'FAQ', name: 'FAQ link', tone: 'form' },
  { short: 'Offline form', node: 'Offline', name: 'Offline form', tone: 'form' },
  { short: 'In queue', node: 'Queue', name: 'Waiting', tone: 'queue' },
  { short: 'Customer last', node: 'Cust.', name: 'Waiting for agent', tone: 'customer' },
  { short: 'User last', node: 'User', name: 'Waiting for customer', tone: 'user' },
  { short: 'Finished', node: 'End', name: 'Finished', tone: 'end' },
  { short: 'Deleted', node: 'Deleted', name: 'Deleted', tone: 'end' },
  { short: 'Closed', node: 'Closed', name: 'Closed', tone: 'end' },
  { short: 'Request posted', node: 'Request', name: 'Request posted', tone: 'end' },
  { short: 'Closed in queue', node: 'Left', name: 'Closed in queue', tone: 'end' },
];

const lookOf = (status: SessionStatus): StatusLook => looks[status] ?? (looks[0] as StatusLook);

export const statusTone = (status: SessionStatus): StatusTone => lookOf(status).tone;

/** The product's own name: `Waiting for customer`. */
export const statusName = (status: SessionStatus): string => lookOf(status).name;

/** `6 User last`. */
export const statusShort = (status: SessionStatus): string => `${String(status)} ${lookOf(status).short}`;

/** `6 User`, for the diagram. */
export const statusNode = (status: SessionStatus): string => `${String(status)} ${lookOf(status).node}`;

/** `6 Waiting for customer (StatusUserLast)`: every name that the product's pages use. */
export const statusFull = (status: SessionStatus): string =>
  `${String(status)} ${lookOf(status).name} (Status${statusNames[status] ?? ''})`;

/** What decides which inputs are possible for a session: as long as it is the same, a refusal holds. */
export const inputStateOf = ({
  id,
  status,
  agent,
  transferTo,
  connected,
  listeners,
  messages,
}: Session): string =>
  [id, status, agent, transferTo, connected, listeners.length, messages.length].join(' ');
