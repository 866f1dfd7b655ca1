import type { Mock, MockFile } from '../../../engine/definition.ts';
import type { MockPart, NearMock } from '../../../engine/nearest-mocks.ts';
import type { HttpRequest } from '../../../engine/script-call.ts';
import { normalAddress } from '../../../engine/address.ts';
import { isLikeText } from '../../../engine/text-pattern.ts';
import { requestOf } from '../../../scenario/call-mocks.ts';

/** A mock as it would be saved, and which of its parts ask for less than before. */
export type Widened = { readonly mock: MockFile; readonly widened: readonly MockPart[] };

/**
 * A mock that answers a call, too, which it nearly did: what differs may be anything from then on. Null where it asks for another
 * method or another service, or waits for its turn: such a mock is about something else.
 */
export function widenedMock({ mock, parts }: NearMock, request: HttpRequest): Widened | null {
  const differing = parts.filter(({ fits }) => !fits);
  if (differing.some(({ kind }) => kind === 'method' || kind === 'host' || kind === 'state')) return null;
  const named = (kind: MockPart['kind']) =>
    differing.filter((part) => part.kind === kind).map(({ name }) => name);
  const isAddress = differing.some(({ kind }) => kind === 'path' || kind === 'query');
  const { after, ...rest }: Mock = mock;
  const isUsedUp = named('used').length > 0;
  return {
    mock: {
      ...rest,
      ...(after !== undefined && !isUsedUp && { after }),
      request: {
        ...mock.request,
        url: isAddress ? widenedAddress(mock.request.url, request.url) : mock.request.url,
        ...widenedHeaders(mock.request.headers ?? {}, named('header')),
        ...widenedBody(mock.request, named('body')),
      },
    },
    widened: differing,
  };
}

/** A new mock for a call, as it stands. */
export const mockFor = (request: HttpRequest, responses: MockFile['responses']): MockFile => ({
  request: requestOf(request),
  responses,
});

/**
 * Where both addresses are put together alike, the parts that differ may be anything; else what comes behind the first that does.
 * Where a pattern of the old one keeps that from matching, it is the address itself.
 */
function widenedAddress(pattern: string, url: string): string {
  const address = normalAddress(url);
  const [meant, came] = [partsOf(pattern), partsOf(address)];
  const same = meant.findIndex((part, at) => part !== came[at]);
  const alike = meant.length === came.length && meant.every((part, at) => at % 2 === 0 || part === came[at]);
  const wider = [
    ...(alike ? [meant.map((part, at) => (part === came[at] ? part : '*')).join('')] : []),
    `${meant.slice(0, same < 0 ? meant.length : Math.max(1, same)).join('')}*`,
  ];
  return wider.find((one) => isLikeText(address, normalAddress(one))) ?? url;
}

/** An address cut at what separates its parts, which stands between them, at the odd places. */
const partsOf = (url: string): readonly string[] => {
  const [, host = '', rest = ''] = /^([a-z*][a-z0-9+.*-]*:\/\/[^/?]*)?(.*)$/is.exec(url) ?? [];
  const [first = '', ...others] = rest.split(/([/?&=])/);
  return [`${host}${first}`, ...others];
};

function widenedHeaders(headers: Readonly<Record<string, string>>, names: readonly string[]) {
  const left = Object.entries(headers).filter(([name]) => !names.includes(name));
  return { headers: left.length === 0 ? undefined : Object.fromEntries(left) };
}

/** Of JSON the fields that differ are not asked for any more; of any other body nothing is. */
function widenedBody({ body, bodyMatch }: Mock['request'], names: readonly string[]) {
  if (names.length === 0) return {};
  if (names.includes('')) return { body: '', bodyMatch: undefined };
  const fields = Object.entries(JSON.parse(body) as Record<string, unknown>).filter(
    ([name]) => !names.includes(name),
  );
  return fields.length === 0
    ? { body: '', bodyMatch: undefined }
    : { body: JSON.stringify(Object.fromEntries(fields)), bodyMatch: bodyMatch ?? ('json' as const) };
}
