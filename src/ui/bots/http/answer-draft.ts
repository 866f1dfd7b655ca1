import type { Fault, MockResponse } from '../../../engine/definition.ts';
import { playedBy } from '../../../engine/mock-response.ts';
import type { HttpRequest } from '../../../engine/script-call.ts';
import type { RecordedAnswer } from '../../../engine/step-request.ts';
import type { RawAnswer } from '../../../scenario/raw-answer.ts';
import { writtenLines } from './header-lines.ts';
import {
  freshResponse,
  readResponse,
  responseDraft,
  type MockProblem,
  type ResponseDraft,
} from './mock-draft.ts';

const empty: MockResponse = { status: 200, headers: {}, body: '', delay: 0, error: '' };

/** What is answered as a mock would: the form of one of its responses. A mock without any answers with nothing in it. */
export const answerOfMock = (response: MockResponse = empty): ResponseDraft => responseDraft(response);

/** What was pasted, in the form. */
export const answerOfText = ({ status, headers, body }: RawAnswer): ResponseDraft => ({
  ...freshResponse,
  status: String(status),
  headers: writtenLines(headers),
  body,
});

export type AnswerRead =
  | { readonly ok: true; readonly answer: RecordedAnswer; readonly response: MockResponse }
  | ({ readonly ok: false } & MockProblem);

/** The answer that is recorded with the step, as the form has it, or what is wrong with the form. */
export function readAnswer(draft: ResponseDraft, call: HttpRequest): AnswerRead {
  const read = readResponse(draft);
  return read.ok ? { ok: true, answer: answerOf(read.value, call), response: read.value } : read;
}

/** How a call goes wrong, as a recorded answer. */
export const faultOf = (fault: Fault, call: HttpRequest): RecordedAnswer =>
  answerOf({ ...empty, fault }, call);

/** What comes of a response, as the engine plays it to a script that waits as long as it takes. */
function answerOf(response: MockResponse, call: HttpRequest): RecordedAnswer {
  const { method, url } = call;
  const { answer, seconds } = playedBy(response, call, Number.POSITIVE_INFINITY);
  const { status, headers, body, error } = answer;
  const took = seconds > 0 ? { delay: Math.round(seconds * 1000) } : {};
  return error === '' ? { method, url, status, headers, body, ...took } : { method, url, error, ...took };
}
