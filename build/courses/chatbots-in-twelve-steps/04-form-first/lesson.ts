import type { LessonSource } from '../../lesson-source.ts';
import { connects, shop, webShop, withBot, writes } from '../../shop.ts';

export const lesson: LessonSource = {
  title: 'The form first, then the bot',
  world: ({ bot }) =>
    shop({
      channels: [webShop({ ...withBot, preChatForm: { enabled: true, message: 'Tell us who you are.' } })],
      folders: [bot],
    }),
  locked: ['settings/channels/1'],
  checks: [
    {
      name: 'The form comes first: 1 Pre-chat form, and the bot is silent',
      expect: { session: { status: 1, botActive: true } },
    },
    {
      name: 'After the form the bot greets: 4 In queue, then 6 User last',
      expect: [
        { event: 'session.statusChanged', from: 1, to: 4 },
        { event: 'message.saved', messageType: 1, by: { script: 3 } },
        { event: 'session.statusChanged', from: 4, to: 6 },
      ],
    },
    {
      name: 'The bot answers what the customer writes',
      from: 'After the form the bot greets: 4 In queue, then 6 User last',
      expect: [
        { event: 'message.saved', messageType: 2 },
        { event: 'script.started', role: 'messageReceived' },
        { event: 'session.statusChanged', from: 5, to: 6 },
      ],
    },
  ],
  solution: ({ saves }) => [
    { at: '+90s', input: saves('session-created') },
    { at: '+60s', input: saves('session-changed') },
    connects('ada'),
    {
      at: '+20s',
      input: {
        type: 'customer.submitsForm',
        session: 1,
        form: 'preChat',
        fields: { name: 'Ada Berg', email: 'ada@example.com' },
      },
    },
    writes(1, 'Where is my parcel?'),
  ],
};
