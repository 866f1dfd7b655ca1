import type { LessonSource } from '../../lesson-source.ts';
import { connects, ends, picksUpNext, replies, shop, webShop, writes } from '../../shop.ts';

const took = 'Kari takes Bo';
const fromBo = { event: 'message.saved', messageType: 2 } as const;

export const lesson: LessonSource = {
  title: 'A difficult customer',
  panes: ['customers', 'queue', 'agents', 'timeline'],
  locked: ['scripts', 'settings'],
  world: ({ others }) =>
    shop({
      channels: [
        webShop({ properties: { badgeHeader: 'Questions?', warningNewChat: 0, managerWarningNewChat: 0 } }),
      ],
      folders: [others('The customer of this lesson', 'customer')],
      triggers: [{ id: 1, event: 403, script: 6, enabled: true }],
    }),
  opening: [
    connects('bo'),
    writes(1, 'MY PARCEL IS STILL NOT HERE!!'),
    writes(1, 'I have waited for TWO WEEKS!!', '+4s'),
  ],
  checks: [
    { name: took, expect: { event: 'session.assigned', session: 1, agent: 1 } },
    {
      name: 'Bo has an answer within a minute',
      from: took,
      within: '1m',
      expect: { event: 'message.saved', session: 1, agent: 1 },
    },
    { name: 'Bo is heard until he says thanks', from: took, expect: [fromBo, fromBo, fromBo, fromBo] },
    {
      name: 'Kari notes what was promised: a request',
      from: took,
      expect: { event: 'request.created', session: 1, agent: 1 },
    },
    {
      name: 'Kari ends the chat, not before that: 7 Finished',
      from: 'Bo is heard until he says thanks',
      expect: { event: 'session.statusChanged', session: 1, to: 7 },
    },
    {
      name: 'Bo never waits for two minutes: no warning about a message',
      from: took,
      expect: { no: { event: 'warning.raised', kind: 'newMessage' } },
    },
  ],
  solution: () => [
    picksUpNext(1),
    replies(1, 1, 'Two weeks is too long, Bo, I see that. I am looking for it now.', '+20s'),
    replies(1, 1, 'It lies in Oslo since Monday. I have called them.', '+40s'),
    replies(1, 1, 'It was our label that was wrong. It leaves today, and is with you on Friday.', '+40s'),
    replies(1, 1, 'I take the postage off your next order.', '+30s'),
    {
      at: '+40s',
      input: {
        type: 'agent.createsRequest',
        agent: 1,
        session: 1,
        title: 'Parcel of Bo Lind: leaves Oslo today, call him on Friday',
      },
    },
    ends(1, 1),
  ],
};
