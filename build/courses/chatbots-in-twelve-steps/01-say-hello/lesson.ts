import type { LessonSource } from '../../lesson-source.ts';
import { connects, shop, webShop, withBot, writes } from '../../shop.ts';

export const lesson: LessonSource = {
  title: 'Say hello',
  world: ({ bot }) => shop({ channels: [webShop(withBot)], folders: [bot] }),
  checks: [
    {
      name: 'The bot says hello to a customer who comes: 6 User last',
      expect: [
        { event: 'session.created' },
        // Said by the script that runs when somebody comes.
        { event: 'message.saved', messageType: 1, by: { script: 2 } },
        { event: 'session.statusChanged', to: 6 },
      ],
    },
    {
      name: 'The customer writes: 5 Customer last',
      expect: [
        { event: 'message.saved', messageType: 2 },
        { event: 'session.statusChanged', from: 6, to: 5 },
      ],
    },
    {
      name: 'The bot answers: 6 User last again',
      expect: [
        { event: 'message.saved', messageType: 2 },
        { event: 'message.saved', messageType: 1, by: { script: 4 } },
        { event: 'session.statusChanged', from: 5, to: 6 },
      ],
    },
  ],
  solution: ({ saves }) => [
    { at: '+60s', input: saves('session-created') },
    { at: '+30s', input: saves('message-received') },
    connects('ada'),
    writes(1, 'Good morning'),
  ],
};
