import { base64 } from '@scure/base';
import { utf8Text } from '../bytes.ts';
import { limits } from '../limits.ts';
import type { OutsideAnswer, OutsideCall } from './outside-call.ts';
import { isOfTransport } from '../raw-answer.ts';
import { percentEncoded } from './percent.ts';
import type { HarEntry } from './har-schema.ts';

type Pairs = readonly { readonly name: string; readonly value?: string | undefined }[];

/** The calls of a HAR file to addresses of HTTP, in its order. */
export const callsOfHar = (entries: readonly HarEntry[]): readonly OutsideCall[] =>
  entries
    .filter(({ request }) => /^https?:\/\//i.test(request.url))
    .map((entry) => ({ name: '', call: callOf(entry), answer: answerOf(entry) }));

function callOf({ request }: HarEntry): OutsideCall['call'] {
  const { method, url, headers = [], postData } = request;
  const form = (postData?.params ?? []).map(
    ({ name, value = '' }) => `${percentEncoded(name)}=${percentEncoded(value)}`,
  );
  const body = postData?.text ?? form.join('&');
  return { method: method.toUpperCase(), url: url.replace(/#.*$/s, ''), headers: headersOf(headers), body };
}

function answerOf({ response, time }: HarEntry): OutsideAnswer | null {
  const { status, headers = [], content = {} } = response;
  const body = textOf(content);
  if (!Number.isInteger(status) || status < 100 || status > 599 || body === null) return null;
  return { status, headers: headersOf(headers), body, delay: delayOf(time) };
}

/** Of a content in base64 the text, if it is one. */
function textOf({ text = '', encoding = '' }: NonNullable<HarEntry['response']['content']>): string | null {
  if (encoding.toLowerCase() !== 'base64') return text;
  try {
    return utf8Text(base64.decode(text));
  } catch {
    return null;
  }
}

const mostDelay = 366 * 86_400_000;

const delayOf = (time: number | null | undefined): number =>
  Number.isFinite(time) ? Math.min(Math.max(0, Math.round(time ?? 0)), mostDelay) : 0;

/** Those that say something about the call, and fit; one that stands there twice is joined. */
function headersOf(pairs: Pairs): Record<string, string> {
  const headers = new Map<string, readonly [string, string]>();
  for (const { name, value = '' } of pairs) {
    if (!/^[\w!#$%&'*+.^`|~-]{1,255}$/.test(name) || isOfTransport(name) || value.length > limits.text)
      continue;
    const before = headers.get(name.toLowerCase());
    headers.set(
      name.toLowerCase(),
      before === undefined ? [name, value] : [before[0], `${before[1]}, ${value}`],
    );
  }
  return Object.fromEntries(headers.values());
}
