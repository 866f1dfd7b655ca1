import type { MockFile, MockResponse } from '../engine/definition.ts';
import type { OutgoingCall } from './curl.ts';
import { limits } from './limits.ts';
import type { OutsideAnswer, OutsideCall } from './outside/outside-call.ts';

/** A mock that could be made of calls. */
export type MockOffer = {
  readonly mock: MockFile;
  /** How many calls of the file it answers. */
  readonly calls: number;
  /** The file says what they got. */
  readonly isAnswered: boolean;
  /** Another one before it in the file answers the same call. */
  readonly isDouble: boolean;
};

/**
 * The mocks that would answer some calls as they were answered. What was called several times with the same address and body
 * is one mock that plays those answers in their order; examples of a collection (`apart`) are no such order, so each is a mock.
 */
export function mockOffers(calls: readonly OutsideCall[], apart: boolean): readonly MockOffer[] {
  const offers: MockOffer[] = [];
  const known = new Map<string, number>();
  for (const { name, call, answer } of calls) {
    const request = requestOf(call);
    const key = JSON.stringify([request.method, request.url, request.body]);
    const at = known.get(key);
    const before = at === undefined ? undefined : offers[at];
    if (at === undefined || before === undefined || apart) {
      if (at === undefined) known.set(key, offers.length);
      const mock = {
        ...(name.trim() !== '' && { name: name.trim().slice(0, limits.name) }),
        request,
        responses: [responseOf(answer)],
      };
      offers.push({ mock, calls: 1, isAnswered: answer !== null, isDouble: at !== undefined });
    } else offers[at] = withAnswer(before, answer);
  }
  return offers.map((offer) => ({ ...offer, mock: withoutRepeats(offer.mock) }));
}

function withAnswer(offer: MockOffer, answer: OutsideAnswer | null): MockOffer {
  const more = { ...offer, calls: offer.calls + 1 };
  if (answer === null) return more;
  const before = offer.isAnswered ? (offer.mock.responses ?? []) : [];
  return {
    ...more,
    isAnswered: true,
    mock: { ...offer.mock, responses: [...before, responseOf(answer)] },
  };
}

/** The last answer repeats by itself. How long each took makes no other answer of it. */
function withoutRepeats(mock: MockFile): MockFile {
  const { responses = [] } = mock;
  const said = (response: object | undefined): string => JSON.stringify({ ...response, delay: 0 });
  const last = said(responses.at(-1));
  const from = responses.findLastIndex((response) => said(response) !== last) + 2;
  return { ...mock, responses: responses.slice(0, from) };
}

/** What a mock asks of calls like this one: JSON by what it holds, everything else as it is. */
export function requestOf({ method, url, body }: OutgoingCall): MockFile['request'] {
  return {
    method: method.toUpperCase(),
    url,
    ...(body !== '' && { body, ...(isJsonObject(body) && { bodyMatch: 'json' as const }) }),
  };
}

function isJsonObject(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const responseOf = (answer: OutsideAnswer | null): Partial<MockResponse> =>
  answer === null
    ? {}
    : {
        status: answer.status,
        ...(Object.keys(answer.headers).length > 0 && { headers: answer.headers }),
        ...(answer.body !== '' && { body: answer.body }),
        ...(answer.delay > 0 && { delay: answer.delay }),
      };
