import type { LessonSource } from '../../lesson-source.ts';
import { connects, shop, webShop, withBot, writes } from '../../shop.ts';
import { fails, knows } from '../parcels.ts';

export const lesson: LessonSource = {
  title: 'Find the bug by going back',
  world: ({ bot }) =>
    shop({
      channels: [webShop(withBot)],
      folders: [bot],
      mocks: [knows('4711', 'on its way'), knows('0815', 'at the post office'), fails('*', 404)],
    }),
  opening: [
    connects('ada'),
    writes(1, '4711'),
    connects('bo'),
    writes(2, 'Where is my parcel?'),
    writes(2, '0815'),
  ],
  checks: [
    {
      name: 'Parcel 0815 is found',
      expect: { event: 'http.called', url: 'https://parcels.example.com/v1/parcels/0815', status: 200 },
    },
    {
      name: 'The customer is told, and stays with the bot: 6 User last',
      expect: [
        { event: 'http.called', url: 'https://parcels.example.com/v1/parcels/0815', status: 200 },
        { event: 'message.saved', messageType: 1 },
        { session: { status: 6, botActive: true } },
      ],
    },
    {
      name: 'Parcel 4711 is still found',
      from: 'Parcel 0815 is found',
      expect: { event: 'http.called', url: 'https://parcels.example.com/v1/parcels/4711', status: 200 },
    },
    {
      name: 'Whatever is no number still gets the options',
      from: 'Parcel 0815 is found',
      expect: { event: 'message.saved', messageType: 1, specialType: 17 },
    },
  ],
  solution: ({ saves }) => [
    { at: '+180s', input: saves('message-received') },
    connects('cy'),
    writes(3, '0815'),
    writes(3, '4711'),
    writes(3, 'Thanks'),
  ],
};
