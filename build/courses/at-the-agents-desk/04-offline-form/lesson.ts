import type { LessonSource } from '../../lesson-source.ts';
import {
  away,
  connects,
  ends,
  kari,
  ola,
  picksUpNext,
  replies,
  setsPresence,
  shop,
  webShop,
  writes,
} from '../../shop.ts';

export const lesson: LessonSource = {
  title: 'What stays: requests',
  panes: ['customers', 'queue', 'agents', 'timeline'],
  locked: ['scripts', 'settings'],
  world: () =>
    shop({
      agents: [kari, away(ola)],
      channels: [
        webShop({
          properties: { badgeHeader: 'Questions?', warningNewMessage: 0, managerWarningNewMessage: 0 },
          offlineForm: {
            header: 'Nobody is here',
            message: 'Leave us your question, and we will write to you.',
            requests: { enabled: true, category: 'Support', priority: 'Normal' },
          },
        }),
      ],
    }),
  opening: [
    connects('bo'),
    picksUpNext(1),
    replies(1, 1, 'Hello Bo, this is Kari. How can I help you?'),
    writes(1, 'I ordered a jacket in L, and it came in S. I need it on Saturday.'),
  ],
  checks: [
    { name: 'Kari makes a request for Bo', expect: { event: 'request.created', session: 1, agent: 1 } },
    {
      name: 'Bo is told its number',
      from: 'Kari makes a request for Bo',
      expect: { event: 'message.saved', session: 1, agent: 1, text: { contains: '1' } },
    },
    {
      name: 'Kari ends the chat: 7 Finished',
      from: 'Bo is told its number',
      expect: { event: 'session.statusChanged', session: 1, to: 7 },
    },
    {
      name: 'A customer whom nobody answers gets 3 Offline form',
      expect: { event: 'session.created', status: 3 },
    },
    {
      name: 'That customer leaves a request: 10 Request posted',
      expect: [
        { event: 'session.created', status: 3 },
        { event: 'request.created', origin: 11 },
        { event: 'session.statusChanged', from: 3, to: 10 },
      ],
    },
  ],
  solution: () => [
    {
      at: '+30s',
      input: {
        type: 'agent.createsRequest',
        agent: 1,
        session: 1,
        title: 'Jacket L instead of S, before Saturday',
      },
    },
    replies(1, 1, 'Your request has number 1.'),
    ends(1, 1),
    setsPresence(1, false),
    connects('cy'),
    {
      at: '+40s',
      input: {
        type: 'customer.submitsForm',
        session: 2,
        form: 'offline',
        fields: { name: 'Cy Haug', email: 'cy@example.com', question: 'Do you ship to Iceland?' },
      },
    },
  ],
};
