import { HostFailure, type Json } from '../../javascript/javascript.ts';
import type { Caller } from '../api/caller.ts';
import { ask, payForRequest } from '../api/http.ts';
import type { JsonObject } from './carriers.ts';

/**
 * Asks an address, and has the answer at once: a mock's, or one that was recorded with the step; or the step ends here, with
 * what it needs.
 * @throws HostFailure where nobody answers, as a network does that is not there.
 */
export function fetchFrom(caller: Caller, { method, url, headers, body, follow }: JsonObject): Json {
  const address = typeof url === 'string' ? url : '';
  const sent = typeof body === 'string' ? body : '';
  const pairs = pairsIn(headers);
  const size = pairs.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  payForRequest(caller, address.length + sent.length + size);
  const request = {
    method: typeof method === 'string' ? method : 'GET',
    url: address,
    headers: joined(pairs),
    body: sent,
  };
  const answer = ask(caller, request, { followLocation: follow !== false, timeout: 0 });
  caller.charge(2 * answer.body.length);
  if (answer.error !== '') throw new HostFailure(`fetch failed: ${answer.error}`, 'TypeError');
  return {
    status: answer.status,
    headers: Object.entries(answer.headers).map(([name, value]) => [name, value]),
    body: answer.body,
    url: address,
  };
}

const pairsIn = (value: Json | undefined): readonly (readonly [string, string])[] =>
  Array.isArray(value)
    ? value.flatMap((pair: Json) => {
        const [name, text] = Array.isArray(pair) ? (pair as readonly Json[]) : [];
        return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [];
      })
    : [];

function joined(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}
