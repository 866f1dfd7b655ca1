import { limits } from '../limits.ts';
import type { OutgoingCall } from '../curl.ts';
import type { OutsideAnswer, OutsideCall } from './outside-call.ts';
import { isOfTransport } from '../raw-answer.ts';
import { percentEncoded } from './percent.ts';
import type {
  PostmanFile,
  PostmanHeader,
  PostmanItem,
  PostmanPairs,
  PostmanRequest,
} from './postman-schema.ts';

type Response = NonNullable<PostmanItem['response']>[number];
type Fill = (text: string) => string;

/**
 * The requests of a collection, each with its examples; one without any comes with no answer. What the collection's own
 * variables do not fill in is anything: `*`.
 */
export function callsOfPostman({ item, variable }: PostmanFile): readonly OutsideCall[] {
  const known = new Map(valuesOf(variable));
  // What is filled in may stand there as often as it likes: all of it together is no longer than a file.
  let left: number = limits.fileBytes;
  const fill: Fill = (text) =>
    text.replace(/\{\{([^{}]{1,255})\}\}/g, (_, name: string) => {
      const value = known.get(name.trim()) ?? '*';
      left -= value.length;
      return left < 0 ? '*' : value;
    });
  return [...requestsIn(item)].flatMap(({ name, request, response }) => {
    const call = callOf(request, fill);
    if (call === null) return [];
    const examples = response.map((one) => ({
      name: [name, one.name ?? ''].filter((part) => part !== '').join(': '),
      call: callOf(one.originalRequest ?? null, fill) ?? call,
      answer: answerOf(one, fill),
    }));
    return examples.length > 0 ? examples : [{ name, call, answer: null }];
  });
}

type Requested = {
  readonly name: string;
  readonly request: PostmanRequest;
  readonly response: readonly Response[];
};

function* requestsIn(items: readonly PostmanItem[]): Generator<Requested> {
  for (const { name, request, response, item } of items) {
    if (request !== undefined && request !== null)
      yield { name: name ?? '', request, response: response ?? [] };
    if (item !== undefined && item !== null) yield* requestsIn(item);
  }
}

function callOf(request: PostmanRequest | null, fill: Fill): OutgoingCall | null {
  if (request === null) return null;
  const asked = typeof request === 'string' ? { url: request } : request;
  const url = addressOf(asked.url ?? '', fill);
  if (url === '') return null;
  const {
    method = 'GET',
    header = null,
    body = null,
  } = 'method' in asked || 'header' in asked || 'body' in asked ? asked : {};
  const sent =
    body?.mode === 'urlencoded'
      ? valuesOf(body.urlencoded)
          .map(([key, value]) => `${percentEncoded(key)}=${percentEncoded(fill(value))}`)
          .join('&')
      : fill(body?.raw ?? '');
  return { method: method.toUpperCase(), url, headers: headersOf(header, fill), body: sent };
}

/** `https://{{host}}/orders/:id`: variables of the path are filled in where they have a value, else they are anything. */
function addressOf(url: Exclude<PostmanRequest, string>['url'], fill: Fill): string {
  const raw = typeof url === 'string' ? url : (url?.raw ?? '');
  if (raw.trim() === '') return '';
  const own = new Map(typeof url === 'string' ? [] : valuesOf(url?.variable));
  const filled = fill(raw.trim()).replace(/#.*$/s, '');
  const [, head = '', path = '', query = ''] =
    /^((?:[a-z][a-z0-9+.-]*:\/\/|\*:\/\/)?[^/?]*)([^?]*)(.*)$/is.exec(filled) ?? [];
  const whole = path.replace(/\/:([^/]+)/g, (_, name: string) => {
    const value = own.get(name) ?? '';
    return `/${value === '' ? '*' : fill(value)}`;
  });
  const begins = /^[a-z*][a-z0-9+.*-]*:\/\//i.test(head) || head.startsWith('*') ? head : `http://${head}`;
  return `${begins}${whole}${query}`;
}

function answerOf({ code, header, body }: Response, fill: Fill): OutsideAnswer | null {
  const status = code ?? 200;
  if (!Number.isInteger(status) || status < 100 || status > 599) return null;
  return { status, headers: headersOf(header ?? null, fill), body: body ?? '', delay: 0 };
}

function headersOf(header: PostmanHeader, fill: Fill): Record<string, string> {
  const lines: readonly (readonly [string, string])[] =
    typeof header === 'string'
      ? header.split('\n').map(headerOf)
      : (header ?? []).flatMap((one) => (typeof one === 'string' ? [headerOf(one)] : valuesOf([one])));
  return Object.fromEntries(
    lines
      .filter(
        ([name, value]) =>
          /^[\w!#$%&'*+.^`|~-]{1,255}$/.test(name) && !isOfTransport(name) && value.length <= limits.text,
      )
      .map(([name, value]) => [name, fill(value)]),
  );
}

function headerOf(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
}

/** Names and values that are switched on. */
const valuesOf = (pairs: PostmanPairs): readonly (readonly [string, string])[] =>
  (pairs ?? [])
    .filter(({ key, disabled }) => (key ?? '') !== '' && disabled !== true)
    .map(({ key, value }) => [key ?? '', value === null || value === undefined ? '' : String(value)]);
