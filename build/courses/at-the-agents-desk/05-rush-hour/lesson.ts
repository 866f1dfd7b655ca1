import { customers, helpful } from '../../../../src/course/crowd/personas.ts';
import type { LessonSource } from '../../lesson-source.ts';
import { shop, webShop } from '../../shop.ts';

const quickReply = (id: number, name: string, text: string) => ({ id, agent: 1, name, text });

export const lesson: LessonSource = {
  title: 'Rush hour at the desk',
  panes: ['customers', 'queue', 'agents', 'timeline'],
  locked: ['scripts', 'settings'],
  world: () =>
    shop({
      channels: [
        webShop({
          postChatForm: { enabled: true, header: 'Before you go', message: 'How was it?', rating: true },
        }),
      ],
      quickReplies: [
        quickReply(1, 'One moment', 'One moment, I am looking.'),
        quickReply(2, 'Return', 'You can send it back within 30 days, with the label that came with it.'),
      ],
    }),
  checks: [
    { name: 'Ten customers come', expect: { event: 'session.created', times: 10 } },
    {
      name: 'Kari takes three chats',
      expect: { event: 'session.assigned', agent: 1, times: 3 },
    },
    {
      name: 'Kari answers',
      expect: [
        { event: 'message.saved', agent: 1 },
        { event: 'message.saved', agent: 1 },
        { event: 'message.saved', agent: 1 },
      ],
    },
    {
      name: 'No manager is warned',
      expect: { no: { event: 'warning.raised', level: 'manager' } },
    },
  ],
  solution: ({ crowd }) =>
    crowd([], {
      seed: 1,
      customers: 10,
      arrivals: { perMinute: 2, curve: 'even', minutes: 5 },
      channels: [1],
      personas: customers,
      agents: [1, 2],
      agentPersona: helpful,
      capacity: 2,
    }),
};
