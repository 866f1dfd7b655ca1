import { addressOf } from './address.ts';
import type { MockResponse } from './definition.ts';
import { coded } from './codes.ts';
import type { HttpAnswer, HttpRequest } from './script-call.ts';

/** What comes of one call, and how long it seems to take. */
export type Answered = { readonly answer: HttpAnswer; readonly seconds: number };

/** No answer: what else is said says why. */
export const nothing: HttpAnswer = { status: 0, headers: {}, body: '', error: '' };

/** So many seconds a call waits where the script sets no limit and nothing comes (rulings 7). */
const patience = 30;

/** What a mock answers with one of its responses, to a script that waits so many seconds at most. */
export function playedBy(
  response: MockResponse | undefined,
  request: HttpRequest,
  timeout: number,
): Answered {
  const { status = 200, headers = {}, body = '', error = '', delay = 0, fault } = response ?? {};
  const seconds = delay / 1000;
  if (fault === 'timeout') return tooLate(Number.isFinite(timeout) ? timeout : patience);
  if (fault === 'connection') return inTime(noConnection(request), seconds, timeout);
  const whole = fault === 'malformed' ? brokenOff(body) : body;
  return inTime({ status, headers, body: whole, error }, seconds, timeout);
}

/** The answer after so many seconds, or none where the script does not wait as long. */
export const inTime = (answer: HttpAnswer, seconds: number, timeout: number): Answered =>
  seconds > timeout ? tooLate(timeout) : { answer, seconds };

function tooLate(seconds: number): Answered {
  const error = `timeout: no answer within ${String(seconds)} s`;
  return {
    answer: { ...nothing, error, failure: coded('no-answer-in-time', { limit: seconds }) },
    seconds,
  };
}

function noConnection({ url }: HttpRequest): HttpAnswer {
  const host = addressOf(url)?.host ?? url;
  return {
    ...nothing,
    error: `could not connect to ${host}`,
    failure: coded('no-connection', { host }),
  };
}

/** The first half of a body, no character cut in two; of an empty one the beginning of JSON that does not go on. */
function brokenOff(body: string): string {
  const half = Math.floor(body.length / 2);
  const isWithin = /[\uD800-\uDBFF]/.test(body.charAt(half - 1));
  return body.slice(0, isWithin ? half - 1 : half) || '{"';
}
