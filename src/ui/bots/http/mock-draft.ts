import type { Fault, Mock, MockFile, MockResponse } from '../../../engine/definition.ts';
import type { Edit } from '../../edits/edit.ts';
import { readLines, writtenLines } from './header-lines.ts';
import { mockWords } from '../../words/mock-words.ts';

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
  readonly fault: Fault | 'none' | 'error';
};

export type MockDraft = {
  /** 0 is a mock that is not there yet. */
  readonly id: number;
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly bodyMatch: 'text' | 'json' | 'pattern';
  /** Of the request; a line each. */
  readonly headers: string;
  readonly responses: readonly ResponseDraft[];
  readonly after: 'repeat' | 'cycle' | 'nobody';
  /** What it keeps the state of; empty is nothing. */
  readonly state: string;
  /** Empty is any, and the same as before. */
  readonly stateIs: string;
  readonly stateBecomes: string;
  readonly hold: boolean;
};

export const freshResponse: ResponseDraft = {
  status: '200',
  headers: 'content-type: application/json',
  body: '',
  delay: '',
  error: '',
  fault: 'none',
};

/** The form for a call that nobody answered, or an empty one. */
export const draftFor = (method: string, url: string): MockDraft => ({
  id: 0,
  name: '',
  method,
  url,
  body: '',
  bodyMatch: 'text',
  headers: '',
  responses: [freshResponse],
  after: 'repeat',
  state: '',
  stateIs: '',
  stateBecomes: '',
  hold: false,
});

/** What was kept of a form by an older build lacks what came later. */
export const completed = (draft: Partial<MockDraft>): MockDraft => ({
  ...draftFor('GET', ''),
  ...draft,
  responses: (draft.responses ?? []).map((one) => ({
    ...one,
    fault: (one as Partial<ResponseDraft>).fault ?? (one.error === '' ? 'none' : 'error'),
  })),
});

export const responseDraft = ({
  status,
  headers,
  body,
  delay,
  error,
  fault,
}: MockResponse): ResponseDraft => ({
  status: String(status),
  headers: writtenLines(headers),
  body,
  delay: delay === 0 ? '' : String(delay / 1000),
  error,
  fault: fault ?? (error === '' ? 'none' : 'error'),
});

export const draftOf = ({ id, name, request, responses, after, state, hold }: Mock): MockDraft => ({
  id,
  name: name ?? '',
  method: request.method,
  url: request.url,
  body: request.body,
  bodyMatch: request.bodyMatch ?? 'text',
  headers: writtenLines(request.headers ?? {}),
  responses: responses.map(responseDraft),
  after: after ?? 'repeat',
  state: state?.name ?? '',
  stateIs: state?.is ?? '',
  stateBecomes: state?.becomes ?? '',
  hold: hold === true,
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
export function mockLines(draft: MockDraft): string {
  const { method, url, body, responses, name, headers, state, stateIs, stateBecomes, after, hold } = draft;
  const answers = responses.flatMap((one, index) => [
    `${mockWords.answerNumber(index + 1)}:`,
    `${mockWords.status}: ${one.status}`,
    `${mockWords.delay}: ${one.delay}`,
    `${mockWords.fault}: ${one.fault === 'error' ? one.error : mockWords.faults[one.fault]}`,
    ...one.headers.split('\n'),
    ...one.body.split('\n'),
  ]);
  return [
    `${mockWords.name}: ${name}`,
    `${method} ${url}`,
    `${mockWords.bodyMatch} ${mockWords.bodyMatches[draft.bodyMatch]}`,
    ...body.split('\n'),
    ...headers.split('\n'),
    `${mockWords.state} ${state}: ${stateIs || mockWords.anyState} → ${stateBecomes || mockWords.sameState}`,
    `${mockWords.after}: ${mockWords.afters[after]}`,
    ...(hold ? [mockWords.hold] : []),
    ...answers,
  ].join('\n');
}

/** Why the body of an answer is not the JSON that its headers or its first character promise; empty when it is. */
export function bodyProblem({
  body,
  headers,
  fault,
}: Pick<ResponseDraft, 'body' | 'headers' | 'fault'>): string {
  const isPromised = /^\s*content-type\s*:.*json/im.test(headers) || /^\s*[[{]/.test(body);
  if (!isPromised || body.trim() === '' || fault !== 'none') return '';
  const why = jsonProblem(body);
  return why === '' ? '' : mockWords.noJson(why);
}

/** Why a text is no JSON; empty where it is. */
export function jsonProblem(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

/** What is wrong, and in which field: `url`, or one of the answer with this number, from 0. */
export type MockProblem = { readonly problem: string; readonly at: string; readonly answer?: number };

type Read<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & MockProblem);

/** What an answer in the form stands for, or what is wrong with it. */
export function readResponse(draft: ResponseDraft): Read<MockResponse> {
  const status = Number(draft.status);
  if (!Number.isInteger(status) || status < 100 || status > 599)
    return { ok: false, at: 'status', problem: mockWords.badStatus(draft.status) };
  const seconds = draft.delay.trim() === '' ? 0 : Number(draft.delay.replace(',', '.'));
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 31_622_400)
    return { ok: false, at: 'delay', problem: mockWords.badDelay(draft.delay) };
  const headers = readLines(draft.headers);
  if ('line' in headers) return { ok: false, at: 'headers', problem: mockWords.badHeader(headers.line) };
  const { body, fault } = draft;
  const error = fault === 'error' ? draft.error.trim() : '';
  const value = { status, headers: headers.values, body, delay: Math.round(seconds * 1000), error };
  return { ok: true, value: fault === 'none' || fault === 'error' ? value : { ...value, fault } };
}

/** What the form stands for, or what is wrong with it. */
export function readMock(draft: MockDraft): Read<MockFile> {
  const url = draft.url.trim();
  if (url === '') return { ok: false, at: 'url', problem: mockWords.noUrl };
  const { id, method, body, bodyMatch, after, hold } = draft;
  if (bodyMatch === 'json' && body.trim() !== '') {
    const why = jsonProblem(body);
    if (why !== '') return { ok: false, at: 'body', problem: mockWords.badJson(why) };
  }
  const headers = readLines(draft.headers);
  if ('line' in headers)
    return { ok: false, at: 'requestHeaders', problem: mockWords.badHeader(headers.line) };
  const [name, is, becomes] = [draft.state.trim(), draft.stateIs.trim(), draft.stateBecomes.trim()];
  if (name === '' && `${is}${becomes}` !== '')
    return { ok: false, at: 'state', problem: mockWords.noStateName };
  const responses = [];
  for (const [answer, response] of draft.responses.entries()) {
    const read = readResponse(response);
    if (!read.ok) return { ...read, answer };
    responses.push(read.value);
  }
  const request = {
    method,
    url,
    body,
    ...(bodyMatch !== 'text' && body !== '' && { bodyMatch }),
    ...(Object.keys(headers.values).length > 0 && { headers: headers.values }),
  };
  const state = { name, ...(is !== '' && { is }), ...(becomes !== '' && { becomes }) };
  return {
    ok: true,
    value: {
      ...(id > 0 && { id }),
      ...(draft.name.trim() !== '' && { name: draft.name.trim() }),
      request,
      responses,
      ...(after !== 'repeat' && { after }),
      ...(name !== '' && { state }),
      ...(hold && { hold }),
    },
  };
}
