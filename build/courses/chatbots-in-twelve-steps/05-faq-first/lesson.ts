import type { LessonSource } from '../../lesson-source.ts';
import { connects, delivery, faq, shop, webShop, withBot, writes } from '../../shop.ts';

const form = { enabled: true, message: 'Tell us who you are.' };

const fillsIn = (session: number, name: string, email: string) =>
  ({
    at: '+20s',
    input: { type: 'customer.submitsForm', session, form: 'preChat', fields: { name, email } },
  }) as const;

export const lesson: LessonSource = {
  title: 'The FAQ before the bot',
  world: ({ bot }) =>
    shop({
      channels: [webShop({ ...withBot, preChatForm: form })],
      folders: [bot],
      faq: faq({ ...delivery, status: 'unpublished' }),
    }),
  checks: [
    {
      name: 'The entry about delivery is published',
      expect: { event: 'faqEntry.saved', 'faqEntry.id': 1, 'faqEntry.status': 'published' },
    },
    {
      name: 'After the form comes the FAQ: 2 FAQ',
      expect: { event: 'session.statusChanged', from: 1, to: 2 },
    },
    {
      name: 'The FAQ answers the question, and the bot keeps quiet',
      expect: [
        { event: 'session.statusChanged', from: 1, to: 2 },
        { event: 'message.saved', messageType: 2 },
        { event: 'message.saved', specialType: 9 },
      ],
    },
    {
      name: 'Who was helped has finished: 7 Finished',
      expect: { event: 'session.statusChanged', from: 2, to: 7 },
    },
    {
      name: 'Who was not helped is greeted by the bot: 4 In queue, then 6 User last',
      expect: [
        { event: 'session.statusChanged', from: 2, to: 4 },
        { event: 'session.statusChanged', from: 4, to: 6, by: { script: 3 } },
      ],
    },
  ],
  solution: ({ saves }) => [
    {
      at: '+40s',
      input: {
        type: 'admin.savesChannel',
        channel: webShop({ ...withBot, preChatForm: { ...form, faqEnabled: true } }),
      },
    },
    { at: '+30s', input: { type: 'admin.savesFaqEntry', faqEntry: delivery } },
    { at: '+60s', input: saves('message-received') },
    connects('ada'),
    fillsIn(1, 'Ada Berg', 'ada@example.com'),
    writes(1, 'How long does delivery take?'),
    { at: '+10s', input: { type: 'customer.answersFaq', session: 1, helpful: true } },
    connects('bo'),
    fillsIn(2, 'Bo Lind', 'bo@example.com'),
    writes(2, 'Does delivery take long?'),
    { at: '+10s', input: { type: 'customer.answersFaq', session: 2, helpful: false } },
    writes(2, 'I ordered last week.'),
  ],
};
