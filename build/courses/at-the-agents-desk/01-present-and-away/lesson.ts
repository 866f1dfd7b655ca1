import type { LessonSource } from '../../lesson-source.ts';
import { away, connects, kari, ola, picksUpNext, replies, setsPresence, shop, webShop } from '../../shop.ts';

export const lesson: LessonSource = {
  title: 'Present and away',
  panes: ['customers', 'queue', 'agents', 'timeline'],
  locked: ['scripts', 'settings'],
  world: () =>
    shop({
      agents: [away(kari), away(ola)],
      channels: [webShop({ offlineForm: { header: 'Nobody is here', message: 'Leave us your question.' } })],
    }),
  checks: [
    {
      name: 'Nobody is present: the customer gets 3 Offline form',
      expect: { event: 'session.created', status: 3 },
    },
    { name: 'Kari is present', expect: { event: 'presence.changed', agent: 1, present: true } },
    {
      name: 'The next customer waits: 4 In queue',
      from: 'Kari is present',
      expect: { event: 'session.created', status: 4 },
    },
    {
      name: 'Kari takes the chat, and answers: 6 User last',
      from: 'The next customer waits: 4 In queue',
      expect: [
        { event: 'session.assigned', agent: 1 },
        { event: 'session.statusChanged', from: 5, to: 6 },
      ],
    },
    {
      name: 'Kari answers while she is away',
      from: 'Kari takes the chat, and answers: 6 User last',
      expect: [
        { event: 'presence.changed', agent: 1, present: false },
        { event: 'message.saved', agent: 1 },
      ],
    },
  ],
  solution: () => [
    connects('ada'),
    setsPresence(1, true),
    connects('bo'),
    picksUpNext(1),
    replies(1, 2, 'Hello Bo, how can I help you?'),
    setsPresence(1, false),
    replies(1, 2, 'I am still here for you.'),
  ],
};
