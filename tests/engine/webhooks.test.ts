import { expect, it } from 'vitest';
import { signatureOf } from '../../src/engine/rules/webhooks.ts';

it('signs the exact body with HMAC-SHA256 in base64 (T88)', () => {
  const body =
    '{"EventId":"5d0f2c1e-7a44-4d0b-9a51-0c6f6f3b2a10","Timestamp":"2025-03-04T09:15:02.1234567Z","Changes":[],"Event":"chatsession.created","PrimaryKey":4711,"Entity":"chatsession","ContextIdentifier":"Default","ChangedByAssociateId":0,"WebhookName":"Workshop hook","FieldValues":{"alertLevel":0,"chatbotIsactive":true,"consented":false,"contactId":0,"customerAlias":"Ada","customerId":0,"projectId":0,"rating":0,"saleId":0,"status":1,"ticketId":0,"topicId":3,"userId":0}}';

  expect(body).toHaveLength(468);
  expect(signatureOf('workshop-secret', body)).toBe('A8bRVHcqpsy6VGEOQtxCYjVSdiOSZFFCxJU7cYtuDX0=');
});
