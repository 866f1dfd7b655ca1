import { customers, helpful } from '../../../../src/course/crowd/personas.ts';
import type { LessonSource } from '../../lesson-source.ts';
import { shop, webShop, withBot } from '../../shop.ts';
import { parcels } from '../parcels.ts';

const closing = { enabled: true, header: 'Before you go', message: 'How was it?', rating: true };

export const rush = {
  seed: 1,
  customers: 30,
  arrivals: { perMinute: 6, curve: 'even', minutes: 5 },
  channels: [1],
  personas: customers,
  agents: [1, 2],
  agentPersona: helpful,
  capacity: 1,
} as const;

export const lesson: LessonSource = {
  title: 'Rush hour',
  world: ({ bot }) =>
    shop({ channels: [webShop({ postChatForm: closing })], folders: [bot], mocks: parcels }),
  locked: ['settings/agents'],
  checks: [
    { name: 'The bot works in the web shop', expect: { event: 'bot.registered', channel: 1 } },
    {
      name: 'Thirty customers come',
      from: 'The bot works in the web shop',
      expect: { event: 'session.created', times: 30 },
    },
    {
      name: 'Twenty chats come to an end: 7 Finished',
      from: 'The bot works in the web shop',
      expect: { event: 'session.statusChanged', to: 7, times: 20 },
    },
    {
      name: 'Nobody waits for two minutes: no warning about a new chat',
      from: 'The bot works in the web shop',
      expect: { no: { event: 'warning.raised', kind: 'newChat' } },
    },
  ],
  solution: ({ crowd }) => {
    const channel = webShop({ ...withBot, postChatForm: closing });
    const before = [{ at: '+60s', input: { type: 'admin.savesChannel', channel } }] as const;
    return [...before, ...crowd(before, rush)];
  },
};
