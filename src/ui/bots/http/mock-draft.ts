import type { Mock, MockFile, MockResponse } from '../../../engine/definition.ts';
import type { Edit } from '../../edits/edit.ts';
import { botWords } from '../bot-words.ts';

/** One answer of a mock as it stands in the form: all text. */
export type ResponseDraft = {
  readonly status: string;
  /** A line each: `name: value`. */
  readonly headers: string;
  readonly body: string;
  /** Seconds. */
  readonly delay: string;
  /** Not empty: instead of an answer, the network fails with this text. */
  readonly error: string;
};

export type MockDraft = {
  /** 0 is a mock that is not there yet. */
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly responses: readonly ResponseDraft[];
};

export const freshResponse: ResponseDraft = {
  status: '200',
  headers: 'content-type: application/json',
  body: '',
  delay: '',
  error: '',
};

/** The form for a call that nobody answered, or an empty one. */
export const draftFor = (method: string, url: string): MockDraft => ({
  id: 0,
  method,
  url,
  body: '',
  responses: [freshResponse],
});

const responseDraft = ({ status, headers, body, delay, error }: MockResponse): ResponseDraft => ({
  status: String(status),
  headers: Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n'),
  body,
  delay: delay === 0 ? '' : String(delay / 1000),
  error,
});

export const draftOf = ({ id, request, responses }: Mock): MockDraft => ({
  id,
  ...request,
  responses: responses.map(responseDraft),
});

/** The name of what the form is about: a mock by its number, or a call by method and URL. */
export const whichMock = ({ id, method, url }: MockDraft): string =>
  id > 0 ? String(id) : `${method} ${url}`.trim();

/** The form as it opens for what `whichMock` named; undefined when there is no such mock, null when it is gone but was written into. */
export function openedMock(
  which: string,
  mocks: readonly Mock[],
  isDrafted: boolean,
): MockDraft | null | undefined {
  if (/^\d+$/.test(which)) {
    const mock = mocks.find(({ id }) => String(id) === which);
    return mock === undefined ? (isDrafted ? null : undefined) : draftOf(mock);
  }
  const [, method, url = ''] = /^(\S+) ?(.*)$/s.exec(which) ?? [];
  return method === undefined ? undefined : draftFor(method, url);
}

/** The key under which what was typed into the form and not saved is kept. */
export const mockDraftKey = (which: string): string => `mock:${which}`;

/** What a draft of version 0.1 holds: what was typed, and not what it began from. */
export const olderMock = (kept: string): Edit<MockDraft> => ({
  mine: JSON.parse(kept) as MockDraft,
  base: undefined,
});

/** The form as lines, to be compared with another one. */
export function mockLines({ method, url, body, responses }: MockDraft): string {
  const answers = responses.flatMap((one, index) => [
    `${botWords.mock.answerNumber(index + 1)}:`,
    `${botWords.mock.status}: ${one.status}`,
    `${botWords.mock.delay}: ${one.delay}`,
    `${botWords.mock.error}: ${one.error}`,
    ...one.headers.split('\n'),
    ...one.body.split('\n'),
  ]);
  return [`${method} ${url}`, ...body.split('\n'), ...answers].join('\n');
}

/** Why the body of an answer is not the JSON that its headers or its first character promise; empty when it is. */
export function bodyProblem({ body, headers, error }: ResponseDraft): string {
  const isPromised = /^\s*content-type\s*:.*json/im.test(headers) || /^\s*[[{]/.test(body);
  if (!isPromised || body.trim() === '' || error.trim() !== '') return '';
  try {
    JSON.parse(body);
    return '';
  } catch (problem) {
    return botWords.mock.noJson(problem instanceof Error ? problem.message : '');
  }
}

/** What is wrong, and in which field: `url`, or one of the answer with this number, from 0. */
export type MockProblem = { readonly problem: string; readonly at: string; readonly answer?: number };

type Read<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & MockProblem);

function readHeaders(text: string): Read<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, value = ''] = /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined)
      return { ok: false, at: 'headers', problem: botWords.mock.badHeader(line.trim()) };
    headers[name] = value;
  }
  return { ok: true, value: headers };
}

function readResponse(draft: ResponseDraft): Read<NonNullable<MockFile['responses']>[number]> {
  const status = Number(draft.status);
  if (!Number.isInteger(status) || status < 100 || status > 599)
    return { ok: false, at: 'status', problem: botWords.mock.badStatus(draft.status) };
  const seconds = draft.delay.trim() === '' ? 0 : Number(draft.delay.replace(',', '.'));
  if (!Number.isFinite(seconds) || seconds < 0)
    return { ok: false, at: 'delay', problem: botWords.mock.badDelay(draft.delay) };
  const headers = readHeaders(draft.headers);
  if (!headers.ok) return headers;
  const { body, error } = draft;
  return {
    ok: true,
    value: { status, headers: headers.value, body, delay: Math.round(seconds * 1000), error: error.trim() },
  };
}

/** What the form stands for, or what is wrong with it. */
export function readMock(draft: MockDraft): Read<MockFile> {
  const url = draft.url.trim();
  if (url === '') return { ok: false, at: 'url', problem: botWords.mock.noUrl };
  const responses = [];
  for (const [answer, response] of draft.responses.entries()) {
    const read = readResponse(response);
    if (!read.ok) return { ...read, answer };
    responses.push(read.value);
  }
  const request = { method: draft.method, url, body: draft.body };
  return { ok: true, value: { ...(draft.id > 0 && { id: draft.id }), request, responses } };
}
