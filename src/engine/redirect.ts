import { addressOf, resolved } from './address.ts';
import type { HttpAnswer, HttpRequest } from './script-call.ts';

/** So often a call is led on before it fails. */
export const mostRedirects = 30;

const redirects = new Set([301, 302, 303, 307, 308]);

const header = (headers: HttpAnswer['headers'], name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

const without = (headers: HttpRequest['headers'], left: RegExp): HttpRequest['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !left.test(name)));

/**
 * The request that follows an answer which leads elsewhere; undefined for every other answer. After 303, and after 301
 * and 302 to a POST, it is a GET without a body, as browsers and curl do it. Whoever logged in at one host does not tell
 * another.
 */
export function redirected(request: HttpRequest, answer: HttpAnswer): HttpRequest | undefined {
  const location = header(answer.headers, 'location') ?? '';
  if (!redirects.has(answer.status) || location === '') return undefined;
  const url = resolved(request.url, location);
  const changes = answer.status === 303 || (answer.status < 303 && request.method === 'POST');
  const sent = changes
    ? { method: 'GET', body: '', headers: without(request.headers, /^content-/i) }
    : { method: request.method, body: request.body, headers: request.headers };
  const [from, to] = [addressOf(request.url), addressOf(url)];
  const same = from?.host === to?.host && from?.port === to?.port && from?.scheme === to?.scheme;
  return {
    ...sent,
    url,
    headers: same ? sent.headers : without(sent.headers, /^(?:authorization|cookie)$/i),
  };
}
