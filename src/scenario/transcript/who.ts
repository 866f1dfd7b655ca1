import type { ForeignTurn } from './foreign.ts';

/*
 * Who is who in files that say it by words: the customer is who asks, the other side is everybody else.
 */

const customers = new Set([
  'customer',
  'user',
  'visitor',
  'client',
  'guest',
  'me',
  'end-user',
  'enduser',
  'contact',
]);
const bots = new Set(['bot', 'chatbot', 'assistant', 'virtual agent']);
const agents = new Set(['agent', 'operator', 'human agent', 'support', 'staff']);
const systems = new Set(['system', 'info', 'notification']);

const plain = (name: string): string => name.trim().toLowerCase();

export const isCustomersName = (name: string): boolean => customers.has(plain(name));

export const isOthersName = (name: string): boolean =>
  name.trim() === '' ||
  [bots, agents, systems].some((names) => names.has(plain(name))) ||
  /\b(?:bot|agent|system|support)\b|bot$/i.test(name);

type Who = Pick<ForeignTurn, 'who' | 'role'>;

/** Who a role means; by the name where the role says nothing. */
export function roleOf(role: string, name = ''): Who {
  for (const word of [plain(role), plain(name)]) {
    if (customers.has(word)) return { who: 'customer' };
    if (bots.has(word)) return { who: 'other', role: 'bot' };
    if (agents.has(word)) return { who: 'other', role: 'agent' };
    if (systems.has(word)) return { who: 'other', role: 'system' };
  }
  return { who: 'other' };
}
