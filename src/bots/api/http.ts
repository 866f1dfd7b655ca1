import type { HttpAnswer, HttpRequest, HttpRules } from '../../engine/script-call.ts';
import { createPatternMatcher } from '../pattern-matcher.ts';
import type { Caller } from './caller.ts';

/*
 * Calls of other services: by the mocks of the workspace, by what was recorded with the step, else by nobody, which is an
 * answer with an error; or the step ends with `needs` (rulings 2, 5).
 */

const priceOfRequest = 400;

/** What a request is made of is encoded, matched with the mocks and written into an event; `characters` long. */
export function payForRequest(caller: Caller, characters: number): void {
  caller.spend(priceOfRequest);
  caller.text(3 * characters);
  caller.work(256 * characters);
}

/** Asks, and waits for the answer. It is paid for by `payForRequest` before, as it takes to put it together. */
export function ask(caller: Caller, request: HttpRequest, rules: Omit<HttpRules, 'matches'>): HttpAnswer {
  caller.text(request.body.length);
  const { matches } = createPatternMatcher((steps) => {
    caller.spend(steps);
  });
  return caller.act((host, site) => host.http(site, request, { ...rules, matches }));
}
