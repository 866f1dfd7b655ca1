import type { LessonSource } from '../../lesson-source.ts';
import { connects, shop, webShop, withBot, writes } from '../../shop.ts';

export const lesson: LessonSource = {
  title: 'Options instead of free text',
  world: ({ bot }) => shop({ channels: [webShop(withBot)], folders: [bot] }),
  checks: [
    {
      name: 'The bot offers a choice with buttons: special type 17',
      expect: {
        event: 'message.saved',
        messageType: 1,
        specialType: 17,
        specialParam: { matches: '^\\[ *".+" *, *".+" *\\]$' },
      },
    },
    {
      name: 'The customer clicks on an option: special type 15',
      expect: { event: 'message.saved', specialType: 15 },
    },
    {
      name: 'The bot answers a click: 6 User last',
      expect: [
        { event: 'message.saved', specialType: 15 },
        { event: 'script.started', role: 'messageReceived' },
        { event: 'message.saved', messageType: 1, specialType: { not: 17 } },
        { status: 6 },
      ],
    },
    {
      name: 'A click on the other option hands over: 4 In queue',
      expect: [
        { event: 'message.saved', specialType: 15 },
        { event: 'session.botDeactivated', reason: 'reset' },
        { event: 'session.statusChanged', to: 4 },
      ],
    },
  ],
  solution: ({ saves }) => [
    { at: '+120s', input: saves('message-received') },
    connects('ada'),
    writes(1, 'Hello'),
    {
      at: '+6s',
      input: { type: 'customer.clicksOption', session: 1, message: 3, option: 'Where is my parcel?' },
    },
    writes(1, 'I do not know it.'),
    {
      at: '+6s',
      input: { type: 'customer.clicksOption', session: 1, message: 7, option: 'Talk to somebody' },
    },
  ],
};
