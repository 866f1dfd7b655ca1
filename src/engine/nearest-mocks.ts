import { addressOf, normalAddress } from './address.ts';
import type { Mock } from './definition.ts';
import { editDistance } from './edit-distance.ts';
import { jsonHolds, readJson } from './json-holds.ts';
import { headerIn, isBodyFor, isInState, isUsedUp, stateOf, type MockWorld } from './mock-match.ts';
import type { HttpRequest, PatternMatcher } from './script-call.ts';
import { isLikeText } from './text-pattern.ts';

/** One thing that a mock asks of a call, and whether the call has it. */
export type MockPart = {
  readonly kind: 'method' | 'host' | 'path' | 'query' | 'header' | 'body' | 'state' | 'used';
  /** Of a header, a parameter of the query, a field of the body or a state: which one; else ''. */
  readonly name: string;
  readonly fits: boolean;
  /** As the mock has it, and as the call has it; '' where it is absent. */
  readonly meant: string;
  readonly came: string;
};

export type NearMock = {
  readonly mock: Mock;
  readonly parts: readonly MockPart[];
  /** How many of its parts the call has. */
  readonly fitting: number;
};

/** Longer texts than this are as far from each other as can be: comparing them takes the product of their lengths. */
const comparable = 200;

/**
 * The mocks that come nearest to answering a call, the nearest first, with where they differ. A mock that asks for another
 * host and another path is about something else.
 */
export function nearestMocks(
  world: MockWorld,
  request: HttpRequest,
  matches: PatternMatcher,
  most = 3,
): readonly NearMock[] {
  return world.mocks
    .map((mock) => {
      const parts = partsOf(world, mock, request, matches);
      const fitting = parts.filter(({ fits }) => fits).length;
      return {
        near: { mock, parts, fitting },
        distance: parts.reduce((sum, part) => sum + farness(part), 0),
      };
    })
    .filter(
      ({ near }) =>
        near.parts.every(({ kind, fits }) => kind !== 'host' || fits) ||
        near.parts.some(({ kind, fits }) => kind === 'path' && fits),
    )
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ near }) => near);
}

/** Each thing that a mock asks of a call. The host is one of them only where it differs: nearly all agree in it. */
export function partsOf(
  world: MockWorld,
  mock: Mock,
  request: HttpRequest,
  matches: PatternMatcher,
): readonly MockPart[] {
  const { request: pattern } = mock;
  return [
    part(
      'method',
      '',
      pattern.method.toUpperCase() === request.method.toUpperCase(),
      pattern.method,
      request.method,
    ),
    ...addressParts(pattern.url, request.url),
    ...Object.entries(pattern.headers ?? {}).map(([name, value]) => {
      const came = headerIn(request, name) ?? '';
      return part('header', name, isLikeText(came, value), value, came);
    }),
    ...bodyParts(mock, request, matches),
    ...(mock.state?.is === undefined
      ? []
      : [
          part(
            'state',
            mock.state.name,
            isInState(world, mock),
            mock.state.is,
            stateOf(world, mock.state.name),
          ),
        ]),
    ...(isUsedUp(world, mock) ? [part('used', '', false, '', '')] : []),
  ];
}

const part = (
  kind: MockPart['kind'],
  name: string,
  fits: boolean,
  meant: string,
  came: string,
): MockPart => ({
  kind,
  name,
  fits,
  meant,
  came,
});

/** How far a part is from what was meant: 0 where it fits, 1 and up to 2 where it does not. */
function farness({ fits, kind, meant, came }: MockPart): number {
  if (fits) return 0;
  const weight = kind === 'host' ? 3 : kind === 'path' ? 2 : 1;
  if (meant.length > comparable || came.length > comparable) return 2 * weight;
  const most = Math.max(meant.length, came.length, 1);
  return weight * (1 + editDistance(meant, came) / most);
}

type Split = { readonly host: string; readonly path: string; readonly query: string };

function split(url: string): Split {
  const whole = normalAddress(url);
  const address = addressOf(whole);
  if (address === undefined) return { host: '', path: whole, query: '' };
  const { scheme, user, host, port, rest } = address;
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(rest) ?? [];
  return { host: `${scheme}://${user}${host}${port === '' ? '' : `:${port}`}`, path, query };
}

function addressParts(pattern: string, url: string): MockPart[] {
  const [meant, came] = [split(pattern), split(url)];
  const fits = isLikeText(normalAddress(url), normalAddress(pattern));
  if (fits) return [part('path', '', true, meant.path, came.path)];
  const host = part('host', '', isLikeText(came.host, meant.host), meant.host, came.host);
  const path = part('path', '', isLikeText(came.path, meant.path), meant.path, came.path);
  const query = queryParts(meant.query, came.query);
  // Where each part fits by itself, what does not is the order of the query.
  const isOrder = host.fits && path.fits && query.every((one) => one.fits);
  const whole = isOrder ? [part('query', '', false, meant.query, came.query)] : query;
  return [...(host.fits ? [] : [host]), path, ...whole];
}

/** The parameters of both queries, by name; one that stands twice counts each time. */
function queryParts(meant: string, came: string): MockPart[] {
  const left = pairsOf(came);
  const parts = pairsOf(meant).map(([name, value]) => {
    const at = left.findIndex(([key]) => key === name);
    const [, found = ''] = at < 0 ? [] : (left.splice(at, 1)[0] ?? []);
    return part('query', name, at >= 0 && isLikeText(found, value), value, found);
  });
  return [...parts, ...left.map(([name, value]) => part('query', name, false, '', value))];
}

const pairsOf = (query: string): [string, string][] =>
  query === ''
    ? []
    : query.split('&').map((pair) => {
        const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
        return [name, value];
      });

/** JSON field by field, where both are objects; everything else as a whole. */
function bodyParts(
  { request: pattern }: Mock,
  { body: sent }: HttpRequest,
  matches: PatternMatcher,
): MockPart[] {
  if (pattern.body === '') return [];
  const fits = isBodyFor(pattern, sent, matches);
  const [meant, came] = [fieldsOf(pattern.body), fieldsOf(sent)];
  if (pattern.bodyMatch === 'pattern' || meant === undefined || came === undefined)
    return [part('body', '', fits, pattern.body, sent)];
  const names =
    pattern.bodyMatch === 'json'
      ? Object.keys(meant)
      : [...new Set([...Object.keys(meant), ...Object.keys(came)])];
  const parts = names.map((name) => {
    const [one, other] = [fieldIn(meant, name), fieldIn(came, name)];
    return part(
      'body',
      name,
      other !== undefined && one !== undefined && jsonHolds(other, one),
      shown(one),
      shown(other),
    );
  });
  // As texts they may differ by blanks alone.
  return fits || parts.some((one) => !one.fits) ? parts : [part('body', '', false, pattern.body, sent)];
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(text: string): Fields | undefined {
  const value = readJson(text)?.value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

const fieldIn = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const shown = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
