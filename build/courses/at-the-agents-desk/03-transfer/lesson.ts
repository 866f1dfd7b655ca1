import type { LessonSource } from '../../lesson-source.ts';
import {
  away,
  connects,
  invoices,
  kari,
  members,
  ola,
  per,
  picksUpNext,
  replies,
  shop,
  writes,
} from '../../shop.ts';

const transfers = (at = '+10s') =>
  ({ at, input: { type: 'agent.transfers', agent: 1, session: 1, to: 3 } }) as const;

export const lesson: LessonSource = {
  title: 'Pass a customer on',
  panes: ['customers', 'queue', 'agents', 'timeline'],
  locked: ['scripts', 'settings'],
  world: () =>
    shop({
      agents: [kari, away(ola), per],
      channels: [
        invoices({
          id: 1,
          members: members(1, 2, 3),
          properties: { badgeHeader: 'Invoice?', warningNewMessage: 0, managerWarningNewMessage: 0 },
        }),
      ],
    }),
  opening: [
    connects('ada'),
    picksUpNext(1),
    replies(1, 1, 'Hello Ada, this is Kari. How can I help you?'),
    writes(1, 'My invoice has 25 % tax on books. Should it not be none?'),
  ],
  checks: [
    {
      name: 'Kari tells Ada before she asks Per',
      expect: [
        { event: 'message.saved', session: 1, agent: 1 },
        { event: 'transfer.requested', from: 1, to: 3 },
      ],
    },
    { name: 'Kari cancels the transfer', expect: { event: 'transfer.cancelled', from: 1, to: 3 } },
    {
      name: 'Per accepts',
      from: 'Kari cancels the transfer',
      expect: [
        { event: 'transfer.requested', from: 1, to: 3 },
        { event: 'transfer.accepted', from: 1, to: 3 },
      ],
    },
    {
      name: 'Per answers within a minute: 6 User last',
      from: 'Per accepts',
      within: '1m',
      expect: [
        { event: 'message.saved', session: 1, agent: 3 },
        { status: 6, session: 1 },
      ],
    },
  ],
  solution: () => [
    replies(1, 1, 'Good question. Per knows taxes better than I do, I will ask him to take over.'),
    transfers(),
    { at: '+5s', input: { type: 'agent.cancelsTransfer', agent: 1, session: 1 } },
    transfers(),
    { at: '+8s', input: { type: 'agent.acceptsTransfer', agent: 3, session: 1 } },
    replies(
      3,
      1,
      'Hello Ada, Per here. You are right: there is none on books. I will send you a new invoice.',
    ),
  ],
};
