import type { LessonSource } from '../../lesson-source.ts';
import { connects, shop, webShop, withBot, writes } from '../../shop.ts';
import { parcels } from '../parcels.ts';

const form = {
  enabled: true,
  header: 'Before you go',
  message: 'How was it?',
  rating: true,
  ratingText: 'How many stars?',
};

export const lesson: LessonSource = {
  title: 'Say goodbye, and welcome back',
  world: ({ bot }) => shop({ channels: [webShop(withBot)], folders: [bot], mocks: parcels }),
  checks: [
    {
      name: 'The bot says goodbye, and then ends the chat: 7 Finished',
      expect: [
        { event: 'script.started', role: 'messageReceived' },
        // From 6: the bot spoke before it ended the chat. A script did it, and not the × of the widget.
        { event: 'session.statusChanged', from: 6, to: 7, by: { line: { not: 0 } } },
      ],
    },
    {
      name: 'The customer is shown the post-chat form',
      expect: { visible: { to: 'customer', shows: 'postChat' } },
    },
    {
      name: 'The customer comes back, and the bot answers: 5 Customer last, 6 User last',
      expect: [
        { event: 'session.statusChanged', from: 7, to: 5 },
        { event: 'script.started', role: 'messageReceived' },
        { event: 'session.statusChanged', from: 5, to: 6 },
      ],
    },
    {
      name: 'The customer gives stars: 9 Closed',
      expect: [
        { event: 'session.statusChanged', from: 7, to: 5 },
        { event: 'session.rated' },
        { event: 'session.statusChanged', from: 7, to: 9 },
      ],
    },
  ],
  solution: ({ saves }) => [
    { at: '+60s', input: saves('message-received') },
    {
      at: '+40s',
      input: { type: 'admin.savesChannel', channel: webShop({ ...withBot, postChatForm: form }) },
    },
    connects('ada'),
    writes(1, '4711'),
    writes(1, 'bye'),
    { at: '+5s', input: { type: 'customer.returns', session: 1 } },
    writes(1, 'One more question'),
    writes(1, 'bye'),
    { at: '+10s', input: { type: 'customer.submitsForm', session: 1, form: 'postChat', rating: 5 } },
  ],
};
