import { normalAddress } from './address.ts';
import type { Mock, MockRequest } from './definition.ts';
import { jsonHolds, readJson } from './json-holds.ts';
import type { HttpRequest, PatternMatcher } from './script-call.ts';
import { isLikeText } from './text-pattern.ts';
import type { World } from './world.ts';

/** The state in which everything begins that mocks keep a state of. */
export const firstState = 'start';

/** The world, as far as it decides which mock answers. */
export type MockWorld = Pick<World, 'mocks' | 'mocksPlayed' | 'mockStates'>;

/** The first mock that answers a call; undefined where none does. They are matched top down. */
export function mockFor(world: MockWorld, request: HttpRequest, matches: PatternMatcher): Mock | undefined {
  const address = normalAddress(request.url);
  return world.mocks.find(
    (mock) =>
      isRequestFor(mock.request, request, address, matches) &&
      isInState(world, mock) &&
      !isUsedUp(world, mock),
  );
}

/** Which of its responses a mock plays next, from 0; after the last one as it says. */
export function nextResponse({ mocksPlayed }: Pick<World, 'mocksPlayed'>, mock: Mock): number {
  const { responses, after } = mock;
  const played = mocksPlayed[mock.id] ?? 0;
  const last = Math.max(0, responses.length - 1);
  return after === 'cycle' && responses.length > 0 ? played % responses.length : Math.min(played, last);
}

/** Whether a mock that answers each of its responses once has done so. */
export const isUsedUp = ({ mocksPlayed }: Pick<World, 'mocksPlayed'>, mock: Mock): boolean =>
  mock.after === 'nobody' && (mocksPlayed[mock.id] ?? 0) >= Math.max(1, mock.responses.length);

/** In which state stands what a mock speaks of. */
export const stateOf = ({ mockStates }: Pick<World, 'mockStates'>, name: string): string =>
  (Object.hasOwn(mockStates, name) ? mockStates[name] : undefined) ?? firstState;

export const isInState = (world: Pick<World, 'mockStates'>, { state }: Mock): boolean =>
  state?.is === undefined || stateOf(world, state.name) === state.is;

/** Addresses match as addresses, whatever way they are spelt; bodies as the mock says. */
const isRequestFor = (
  pattern: MockRequest,
  request: HttpRequest,
  address: string,
  matches: PatternMatcher,
): boolean =>
  pattern.method.toUpperCase() === request.method.toUpperCase() &&
  isLikeText(address, normalAddress(pattern.url)) &&
  Object.entries(pattern.headers ?? {}).every(([name, value]) =>
    isLikeText(headerIn(request, name) ?? '', value),
  ) &&
  isBodyFor(pattern, request.body, matches);

/** What mocks ask for, each read once: a file may hold thousands of long ones, and each call is compared with all. */
const patterns = new WeakMap<MockRequest, { readonly json: ReturnType<typeof readJson> }>();

function patternOf(asked: MockRequest): ReturnType<typeof readJson> {
  const known = patterns.get(asked) ?? { json: readJson(asked.body) };
  patterns.set(asked, known);
  return known.json;
}

let lastSent = { text: '', json: readJson('') };

/** One call is compared with many mocks. */
function sentJson(text: string): ReturnType<typeof readJson> {
  if (lastSent.text !== text) lastSent = { text, json: readJson(text) };
  return lastSent.json;
}

/** Whether the body of a request is one that a mock asks for. */
export function isBodyFor(asked: MockRequest, sent: string, matches: PatternMatcher): boolean {
  const { body, bodyMatch } = asked;
  if (body === '') return true;
  if (bodyMatch === 'pattern') return matches(body, sent);
  if (bodyMatch !== 'json') return isLikeText(sent, body);
  const [pattern, value] = [patternOf(asked), sentJson(sent)];
  return pattern !== undefined && value !== undefined && jsonHolds(value.value, pattern.value);
}

/** A header of a request, by its name in any letter case. */
export function headerIn({ headers }: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
