import type { LessonSource } from '../../lesson-source.ts';
import { connects, picksUpNext, replies, shop, webShop, withBot, writes } from '../../shop.ts';

export const lesson: LessonSource = {
  title: 'Hand over to a person',
  world: ({ bot }) => shop({ channels: [webShop(withBot)], folders: [bot] }),
  checks: [
    {
      name: 'The bot says a word, and then lets go',
      expect: [
        // Whoever spoke last decides the status: it is 6 when the bot lets go, if the bot spoke before that.
        { event: 'session.botDeactivated', reason: 'reset' },
        { event: 'session.statusChanged', from: 6, to: 4 },
      ],
    },
    {
      name: 'The customer waits for a person: 4 In queue',
      expect: [
        { event: 'session.botDeactivated', reason: 'reset' },
        { session: { status: 4, botActive: false } },
      ],
    },
    {
      name: 'An agent takes the chat: 5 Customer last',
      from: 'The customer waits for a person: 4 In queue',
      expect: { event: 'session.statusChanged', from: 4, to: 5 },
    },
    {
      name: 'The agent answers: 6 User last',
      from: 'An agent takes the chat: 5 Customer last',
      expect: { event: 'session.statusChanged', from: 5, to: 6 },
    },
    {
      name: 'The customer writes again, and the bot is silent',
      from: 'An agent takes the chat: 5 Customer last',
      expect: [{ event: 'message.saved', messageType: 2 }, { session: { botActive: false, status: 5 } }],
    },
  ],
  solution: ({ saves }) => [
    { at: '+90s', input: saves('message-received') },
    connects('ada'),
    writes(1, 'Good morning'),
    writes(1, 'human'),
    picksUpNext(1),
    replies(1, 1, 'Good morning Ada, what can I do for you?'),
    writes(1, 'My parcel has not come.'),
  ],
};
