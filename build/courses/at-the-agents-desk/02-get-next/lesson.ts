import type { LessonSource } from '../../lesson-source.ts';
import { connects, ends, picksUpNext, replies, shop, webShop, writes } from '../../shop.ts';

/** Who reads the lesson is not to be warned of those who wait meanwhile. */
const quiet = { warningNewChat: 0, managerWarningNewChat: 0 };

export const lesson: LessonSource = {
  title: 'Get next in queue',
  panes: ['customers', 'queue', 'agents', 'timeline'],
  locked: ['scripts', 'settings'],
  world: () => shop({ channels: [webShop({ properties: { badgeHeader: 'Questions?', ...quiet } })] }),
  opening: [
    connects('ada'),
    writes(1, 'Hello, where is my parcel?'),
    connects('bo'),
    writes(2, 'Can I return a jacket without its box?'),
    connects('cy'),
    writes(3, 'Do you ship to Iceland?'),
  ],
  checks: [
    { name: 'Kari takes Ada, who came first', expect: { queue: [2, 3] } },
    {
      name: 'Ada has an answer within a minute',
      from: 'Kari takes Ada, who came first',
      within: '1m',
      expect: { event: 'message.saved', session: 1, agent: 1 },
    },
    {
      name: 'Then Bo, and then Cy',
      from: 'Kari takes Ada, who came first',
      expect: [
        { event: 'session.assigned', session: 2, agent: 1 },
        { event: 'session.assigned', session: 3, agent: 1 },
      ],
    },
    { name: 'Bo is answered', expect: { event: 'message.saved', session: 2, agent: 1 } },
    { name: 'Cy is answered', expect: { event: 'message.saved', session: 3, agent: 1 } },
    {
      name: 'One chat is ended: 7 Finished',
      expect: { event: 'session.statusChanged', to: 7 },
    },
  ],
  solution: () => [
    picksUpNext(1),
    replies(1, 1, 'Hello Ada, which parcel is it?'),
    picksUpNext(1),
    replies(1, 2, 'Hello Bo, yes, you can. Do you have the label?'),
    picksUpNext(1),
    replies(1, 3, 'Hello Cy, we do. Where does it go?'),
    writes(1, 'Number 4711.'),
    replies(1, 1, 'It comes tomorrow. Anything else?'),
    writes(1, 'No, thank you.'),
    ends(1, 1),
  ],
};
