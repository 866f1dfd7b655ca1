import type { WebhookResponse, WebhookResult } from './definition.ts';
import { asText, type CodedText } from './codes.ts';

/** What comes of a call, however long it takes. */
export function outcomeOf(response: WebhookResponse): {
  readonly result: WebhookResult;
  readonly failure?: CodedText;
} {
  if (typeof response !== 'object') return { result: response };
  const { status = 200, error = '' } = response;
  return error === '' ? { result: status } : { result: 'error', failure: asText(error) };
}
