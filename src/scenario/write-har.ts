import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { OutgoingCall } from './curl.ts';
import { percentDecoded } from './outside/percent.ts';

/** A call as it is written into a HAR file. */
export type HarCall = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly call: OutgoingCall;
  /** `status` 0 where there was none. */
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** Milliseconds that it seemed to take. */
  readonly took: number;
  /** Who answered, and why it failed, in the codes of the log. */
  readonly answeredBy: string;
  readonly error: string;
  /** Which script and line called. */
  readonly comment: string;
};

/**
 * Calls as a HAR file (1.2): all that the format requires, with `_answeredBy` and, as Chromium writes it, `_error` of its own.
 * What is not known is told as the format has it: sizes as -1, an answer that never came as status 0.
 */
export function writeHar(
  calls: readonly HarCall[],
  creator: { readonly name: string; readonly version: string },
): string {
  return `${JSON.stringify({ log: { version: '1.2', creator, entries: calls.map(entryOf) } }, null, 2)}\n`;
}

const pairs = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

function entryOf({ at, call, answer, took, answeredBy, error, comment }: HarCall) {
  const type = headerOf(call.headers, 'content-type') ?? typeOf(call.body);
  return {
    startedDateTime: new Date(at).toISOString(),
    time: took,
    request: {
      method: call.method,
      url: call.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(call.headers),
      queryString: queryOf(call.url),
      ...(call.body !== '' && { postData: { mimeType: type, params: [], text: call.body } }),
      headersSize: -1,
      bodySize: sizeOf(call.body),
    },
    response: {
      status: answer.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(answer.headers),
      content: {
        size: sizeOf(answer.body),
        mimeType: headerOf(answer.headers, 'content-type') ?? typeOf(answer.body),
        text: answer.body,
      },
      redirectURL: headerOf(answer.headers, 'location') ?? '',
      headersSize: -1,
      bodySize: error === '' ? sizeOf(answer.body) : -1,
      ...(error !== '' && { _error: error }),
    },
    cache: {},
    timings: { send: 0, wait: took, receive: 0 },
    ...(comment !== '' && { comment }),
    _answeredBy: answeredBy,
  };
}

const headerOf = (headers: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

const typeOf = (body: string): string => (/^\s*[[{]/.test(body) ? 'application/json' : 'text/plain');

const sizeOf = (text: string): number => utf8ToBytes(text).length;

function queryOf(url: string): { readonly name: string; readonly value: string }[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.includes('=') ? pair.indexOf('=') : pair.length;
      return { name: percentDecoded(pair.slice(0, at)), value: percentDecoded(pair.slice(at + 1)) };
    });
}
