import type { LessonSource } from '../../lesson-source.ts';
import { away, connects, kari, ola, setsPresence, shop, webShop, withBot, writes } from '../../shop.ts';

const offline = {
  header: 'Nobody is here',
  message: 'Leave us your question, and we will write to you.',
  requests: { enabled: true, category: 'Support', priority: 'Normal' },
};

export const lesson: LessonSource = {
  title: 'Nobody is there',
  world: ({ bot }) =>
    shop({
      agents: [kari, away(ola)],
      channels: [webShop({ ...withBot, offlineForm: { requests: { enabled: false } } })],
      folders: [bot],
    }),
  locked: ['scripts'],
  checks: [
    {
      name: 'The channel takes requests, in a category of its own',
      expect: {
        event: 'channel.saved',
        'channel.offlineForm.requests.enabled': true,
        'channel.offlineForm.requests.category': { not: '' },
      },
    },
    { name: 'Kari goes away', expect: { event: 'presence.changed', agent: 1, present: false } },
    {
      name: 'The hand-off leads to 3 Offline form',
      expect: [
        { event: 'session.botDeactivated', reason: 'reset' },
        { event: 'session.statusChanged', to: 3 },
      ],
    },
    {
      name: 'The customer leaves a request: 10 Request posted',
      expect: [
        { event: 'session.botDeactivated', reason: 'reset' },
        { event: 'request.created', category: { not: '' } },
        { event: 'session.statusChanged', from: 3, to: 10 },
      ],
    },
  ],
  solution: () => [
    {
      at: '+60s',
      input: { type: 'admin.savesChannel', channel: webShop({ ...withBot, offlineForm: offline }) },
    },
    setsPresence(1, false),
    connects('ada'),
    writes(1, 'human'),
    {
      at: '+40s',
      input: {
        type: 'customer.submitsForm',
        session: 1,
        form: 'offline',
        fields: { name: 'Ada Berg', email: 'ada@example.com', question: 'Where is parcel 4711?' },
      },
    },
  ],
};
