import type { LessonSource } from '../../lesson-source.ts';
import { connects, shop, webShop, withBot, writes } from '../../shop.ts';
import { parcels } from '../parcels.ts';

export const lesson: LessonSource = {
  title: 'Call a service that fails',
  world: ({ bot }) => shop({ channels: [webShop(withBot)], folders: [bot], mocks: parcels }),
  checks: [
    {
      name: 'The bot asks the parcel service, and a mock answers',
      expect: { event: 'http.called', answeredBy: 'mock', status: 200 },
    },
    {
      name: 'The customer is told what it said: 6 User last',
      expect: [
        { event: 'message.saved', messageType: 2 },
        { event: 'http.called', status: 200 },
        { event: 'message.saved', messageType: 1 },
        { event: 'session.statusChanged', from: 5, to: 6 },
      ],
    },
    {
      name: 'When the service fails the customer is told, and handed over',
      expect: [
        { event: 'http.called', status: 503 },
        { event: 'message.saved', messageType: 1 },
        { event: 'session.botDeactivated', reason: 'reset' },
        { event: 'session.statusChanged', to: 4 },
      ],
    },
  ],
  solution: ({ saves }) => [
    { at: '+180s', input: saves('message-received') },
    connects('ada'),
    writes(1, '4711'),
    writes(1, '1042'),
  ],
};
