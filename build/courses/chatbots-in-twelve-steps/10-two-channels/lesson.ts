import type { LessonSource } from '../../lesson-source.ts';
import {
  away,
  connects,
  invoices,
  kari,
  members,
  ola,
  per,
  picksUpNext,
  replies,
  setsPresence,
  shop,
  webShop,
  withBot,
  writes,
} from '../../shop.ts';
import { parcels } from '../parcels.ts';

export const lesson: LessonSource = {
  title: 'Two channels, and a transfer',
  world: ({ bot }) =>
    shop({
      agents: [kari, away(ola), per],
      channels: [webShop({ ...withBot, members: members(1, 2, 3) }), invoices({ members: members(1, 2, 3) })],
      folders: [bot],
      mocks: parcels,
    }),
  locked: ['scripts', 'settings/channels'],
  checks: [
    { name: 'Ola is present', expect: { event: 'presence.changed', agent: 2, present: true } },
    {
      name: 'The bot of the web shop hands a customer over',
      expect: { event: 'session.botDeactivated', reason: 'reset' },
    },
    {
      name: 'Kari has two chats',
      expect: [
        { event: 'session.assigned', agent: 1 },
        { event: 'session.assigned', agent: 1 },
      ],
    },
    {
      name: 'Ola rejects, and Kari keeps the chat',
      expect: [
        { event: 'transfer.requested', from: 1, to: 2 },
        { event: 'transfer.rejected', from: 1, to: 2 },
        { session: { agent: 1 } },
      ],
    },
    {
      name: 'Per accepts, and answers',
      from: 'Ola rejects, and Kari keeps the chat',
      expect: [
        { event: 'transfer.accepted', from: 1, to: 3 },
        { event: 'message.saved', messageType: 1, agent: 3 },
      ],
    },
  ],
  solution: () => [
    setsPresence(2, true),
    connects('ada'),
    writes(1, 'human'),
    connects('bo', 2),
    picksUpNext(1),
    picksUpNext(1),
    { at: '+10s', input: { type: 'agent.transfers', agent: 1, session: 2, to: 2 } },
    { at: '+8s', input: { type: 'agent.rejectsTransfer', agent: 2, session: 2 } },
    { at: '+8s', input: { type: 'agent.transfers', agent: 1, session: 2, to: 3 } },
    { at: '+8s', input: { type: 'agent.acceptsTransfer', agent: 3, session: 2 } },
    replies(3, 2, 'Hello Bo, I have your invoice here.'),
  ],
};
