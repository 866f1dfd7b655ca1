import type { Mock, MockResponse } from '../../../engine/definition.ts';
import type { EventOf, RecordedEvent } from '../../../engine/events.ts';
import { nextResponse } from '../../../engine/mock-match.ts';
import { coded, type CodedText } from '../../../engine/codes.ts';
import type { World } from '../../../engine/world.ts';

export type Answerer = 'mock' | 'recorded' | 'live' | 'nobody';

/** A call of HTTP that a script made, or that a webhook did. */
export type CallRow = {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly sent: string;
  readonly by:
    | { readonly kind: 'script'; readonly script: number; readonly line: number }
    | { readonly kind: 'webhook'; readonly name: string };
  readonly answerer: Answerer;
  /** Null where there was none: then `failure` says why. */
  readonly status: number | null;
  readonly failure: CodedText | null;
  /** What came; null where that is not known. */
  readonly body: string | null;
  /** Milliseconds; null where that is not known. */
  readonly took: number | null;
  readonly mock: number;
  readonly released: boolean;
  /** The response that its mock played, and which it was, from 0; null where another one answered, or it was saved since. */
  readonly played: { readonly response: MockResponse; readonly index: number; readonly of: number } | null;
};

type MockedWorld = Pick<World, 'mocks' | 'mocksPlayed' | 'webhooks'>;

/** The calls among some events, the newest first. */
export function callRows(events: readonly RecordedEvent[], world: MockedWorld): readonly CallRow[] {
  const played = playedResponses(events, world);
  const payloads = new Map<string, string>();
  const rows: CallRow[] = [];
  for (const event of events) {
    if (event.type === 'webhook.queued') payloads.set(event.eventId, event.payload);
    if (event.type === 'http.called') rows.push(callRow(event, played.get(event.seq) ?? null));
    if (event.type === 'webhook.attempted') rows.push(...webhookRow(event, payloads, world));
  }
  return rows.reverse();
}

function callRow(event: EventOf<'http.called'>, played: CallRow['played']): CallRow {
  const { method, url, sent = '', failure = null, status, mock = 0, delay, answeredBy } = event;
  const { script = 0, line = 0 } = event.by ?? {};
  const known = answeredBy === 'recorded' ? (event.body ?? '') : (played?.response.body ?? null);
  return {
    seq: event.seq,
    at: Date.parse(event.at),
    method,
    url,
    sent,
    by: { kind: 'script', script, line },
    answerer: event.live === true ? 'live' : answeredBy,
    status: failure === null ? (status ?? 0) : null,
    failure,
    body: failure === null ? known : '',
    took: answeredBy === 'mock' ? (played?.response.delay ?? null) : (delay ?? 0),
    mock,
    released: event.released === true,
    played,
  };
}

/** Webhooks are answered by what is set for them, as by a mock. Those that run a script call nobody. */
function webhookRow(
  event: EventOf<'webhook.attempted'>,
  payloads: ReadonlyMap<string, string>,
  { webhooks }: MockedWorld,
): readonly CallRow[] {
  const webhook = webhooks.find(({ id }) => id === event.webhook);
  if (webhook?.type !== 'webhook') return [];
  const { result } = event;
  return [
    {
      seq: event.seq,
      at: Date.parse(event.at),
      method: 'POST',
      url: webhook.url,
      sent: payloads.get(event.eventId) ?? '',
      by: { kind: 'webhook', name: webhook.name },
      answerer: 'mock',
      status: typeof result === 'number' ? result : null,
      failure: typeof result === 'number' ? null : (event.failure ?? coded('text', { text: result })),
      body: null,
      took: event.delay ?? 0,
      mock: 0,
      released: false,
      played: null,
    },
  ];
}

/**
 * Which response each call was answered with, found from the end: how many a mock has played is known now, and each call
 * before the last played the one before that. Of a mock that was saved meanwhile nothing is known from before.
 */
function playedResponses(
  events: readonly RecordedEvent[],
  { mocks, mocksPlayed }: MockedWorld,
): ReadonlyMap<number, NonNullable<CallRow['played']>> {
  const found = new Map<number, NonNullable<CallRow['played']>>();
  const left = new Map<number, number>();
  const others = new Set<number>();
  for (const event of events.toReversed()) {
    if (event.type === 'mock.saved') others.add(event.mock.id);
    if (event.type === 'mock.deleted') others.add(event.mock);
    if (event.type !== 'http.called' || event.mock === undefined || others.has(event.mock)) continue;
    const mock = mocks.find(({ id }) => id === event.mock);
    const before = (left.get(event.mock) ?? mocksPlayed[event.mock] ?? 0) - 1;
    left.set(event.mock, before);
    const played = mock === undefined || before < 0 ? null : responseAt(mock, before);
    if (played !== null) found.set(event.seq, played);
  }
  return found;
}

function responseAt(mock: Mock, played: number): CallRow['played'] {
  const index = nextResponse({ mocksPlayed: { [mock.id]: played } }, mock);
  const response = mock.responses[index];
  return response === undefined ? null : { response, index, of: mock.responses.length };
}

export type CallFilter = { readonly text: string; readonly answerer: Answerer | 'all' };

/** The calls in which a text stands, and how many there are of each kind; and those of the kind that is asked for. */
export function filteredCalls(
  rows: readonly CallRow[],
  { text, answerer }: CallFilter,
  nameOf: (row: CallRow) => string,
): { readonly rows: readonly CallRow[]; readonly counts: Readonly<Record<Answerer | 'all', number>> } {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fitting = words.length === 0 ? rows : rows.filter((row) => fits(row, words, nameOf(row)));
  const counts = { all: fitting.length, mock: 0, recorded: 0, live: 0, nobody: 0 };
  for (const row of fitting) counts[row.answerer] += 1;
  return { rows: answerer === 'all' ? fitting : fitting.filter((row) => row.answerer === answerer), counts };
}

function fits({ method, url, sent, body, status }: CallRow, words: readonly string[], name: string): boolean {
  const said = `${method} ${url} ${String(status ?? '')} ${name} ${sent} ${body ?? ''}`.toLowerCase();
  return words.every((word) => said.includes(word));
}

/** Path and query of an address; the whole of what is none. */
export const pathOf = (url: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([/?].*)$/is.exec(url)?.[1] ?? url;

export const isBad = ({ status }: Pick<CallRow, 'status'>): boolean => status === null || status >= 400;
