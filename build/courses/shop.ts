import type { ChannelFile, FaqEntryFile, WorldFile } from '../../src/engine/definition.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';

/* The shop in which all lessons play: Fjord Shop, whose web shop and invoices are channels, and whose people are Kari, Ola and Per. */

export const kari = {
  id: 1,
  name: 'Kari Nord',
  firstName: 'Kari',
  present: true,
  email: 'kari@fjordshop.example',
};
export const ola = {
  id: 2,
  name: 'Ola Sand',
  firstName: 'Ola',
  present: true,
  email: 'ola@fjordshop.example',
};
export const per = {
  id: 3,
  name: 'Per Vik',
  firstName: 'Per',
  present: true,
  email: 'per@fjordshop.example',
};

export const away = <A extends { readonly present: boolean }>(agent: A): A => ({ ...agent, present: false });

/** Whoever answers in a channel, warned when somebody waits, and free to look on. */
export const members = (...agents: readonly number[]) =>
  agents.map((agent) => ({
    agent,
    canRespond: true,
    notifications: true,
    canListen: true,
    manager: agent === 1,
  }));

/** Its bot is on, under the name that customers see. */
export const withBot = { bot: { enabled: true, folder: 'Shop bot', name: 'Eko' } } as const;

export const webShop = (changes: Partial<ChannelFile> = {}): ChannelFile => ({
  id: 1,
  name: 'Web shop',
  properties: { badgeHeader: 'Questions?', description: 'Parcels, orders and returns.' },
  layout: { theme: 'modern', color: '#0A5E58', header: 'Fjord Shop', message: 'Ask us about your order.' },
  members: members(1, 2),
  ...changes,
});

export const invoices = (changes: Partial<ChannelFile> = {}): ChannelFile => ({
  id: 2,
  name: 'Invoices',
  properties: { badgeHeader: 'Invoice?', description: 'What was paid, and what was not.' },
  layout: { theme: 'modern', color: '#7A3E9D', header: 'Fjord Shop', message: 'Ask us about your invoice.' },
  members: members(1, 2),
  ...changes,
});

/** A world that begins on a Monday at nine. */
export const shop = (parts: Omit<WorldFile, 'startsAt' | 'timeZone'>): WorldFile => ({
  startsAt: '2026-03-02T08:00:00Z',
  timeZone: 'Europe/Oslo',
  agents: [kari, ola],
  ...parts,
});

const entry = (
  id: number,
  title: string,
  question: string,
  answer: string,
  keywords: string,
): FaqEntryFile => ({
  id,
  folder: 1,
  title,
  question,
  answer,
  keywords,
  access: 4,
  status: 'published',
});

export const delivery = entry(
  1,
  'How long does delivery take?',
  'When will my parcel arrive?',
  'Two to four working days.',
  'delivery parcel shipping time',
);

export const faq = (first: FaqEntryFile = delivery) => ({
  folders: [{ id: 1, name: 'Customers' }],
  entries: [
    first,
    entry(
      2,
      'How do I return something?',
      'Can I send a thing back?',
      'Within 30 days, with the label that came with it.',
      'return refund exchange',
    ),
    entry(
      3,
      'Which ways to pay are there?',
      'Can I pay by invoice?',
      'Card, bank transfer and invoice.',
      'pay payment card',
    ),
  ],
});

const people = {
  ada: { alias: 'Ada', name: 'Ada Berg', email: 'ada@example.com' },
  bo: { alias: 'Bo', name: 'Bo Lind', email: 'bo@example.com' },
  cy: { alias: 'Cy', name: 'Cy Haug', email: 'cy@example.com' },
};

/** Somebody opens the chat of a channel. */
export const connects = (who: keyof typeof people, channel = 1, at = '+5s'): ScenarioStep => ({
  at,
  input: { type: 'customer.connects', channel, customer: people[who] },
});

export const writes = (session: number, text: string, at = '+10s'): ScenarioStep => ({
  at,
  input: { type: 'customer.writes', session, text },
});

export const replies = (agent: number, session: number, text: string, at = '+15s'): ScenarioStep => ({
  at,
  input: { type: 'agent.writes', agent, session, text },
});

export const picksUpNext = (agent: number, at = '+5s'): ScenarioStep => ({
  at,
  input: { type: 'agent.picksUpNext', agent },
});

export const setsPresence = (agent: number, present: boolean, at = '+5s'): ScenarioStep => ({
  at,
  input: { type: 'agent.setsPresence', agent, present },
});

export const ends = (agent: number, session: number, at = '+10s'): ScenarioStep => ({
  at,
  input: { type: 'agent.ends', agent, session },
});
