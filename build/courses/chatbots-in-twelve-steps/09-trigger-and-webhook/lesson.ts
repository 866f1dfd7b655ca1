import type { WebhookFile } from '../../../../src/engine/definition.ts';
import type { LessonSource } from '../../lesson-source.ts';
import { connects, invoices, shop, webShop, withBot, writes } from '../../shop.ts';
import { parcels } from '../parcels.ts';

const warehouse: WebhookFile = {
  id: 1,
  name: 'Warehouse',
  url: 'https://warehouse.example.com/chat',
  events: ['chatsession.created'],
  secret: 'fjord-shop',
};

export const lesson: LessonSource = {
  title: 'Triggers and webhooks',
  world: ({ bot, others }) =>
    shop({
      channels: [webShop(withBot), invoices()],
      folders: [bot, others('Triggers', 'keep-card-numbers-out')],
      triggers: [{ id: 1, event: 402, script: 5, enabled: true }],
      webhooks: [warehouse],
      mocks: parcels,
    }),
  checks: [
    {
      name: 'In the web shop a message about a card goes through, and the bot answers',
      expect: [
        { event: 'script.started', eventType: 402 },
        { event: 'message.saved', messageType: 2, text: { matches: '[Cc]ard' } },
        { event: 'script.started', role: 'messageReceived' },
        { event: 'session.statusChanged', from: 5, to: 6 },
      ],
    },
    {
      name: 'In Invoices it is held back',
      from: 'In the web shop a message about a card goes through, and the bot answers',
      expect: [{ event: 'message.blocked', trigger: 1 }, { session: { channel: 2 } }],
    },
    {
      name: 'The warehouse is told of a message, and answers 200',
      expect: [
        { event: 'webhook.queued', webhook: 1, eventName: 'chatsession.message' },
        { event: 'webhook.attempted', webhook: 1, result: 200 },
      ],
    },
  ],
  solution: ({ saves }) => [
    connects('ada'),
    writes(1, 'Do you have gift cards?'),
    { at: '+60s', input: saves('keep-card-numbers-out') },
    {
      at: '+40s',
      input: {
        type: 'admin.savesWebhook',
        webhook: { ...warehouse, events: ['chatsession.created', 'chatsession.message'] },
      },
    },
    writes(1, 'I would like a gift card.'),
    connects('bo', 2),
    writes(2, 'My credit card has number 4111 1111.'),
    writes(2, 'Which invoice is still open?'),
  ],
};
