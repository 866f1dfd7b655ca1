import type { Mock } from './definition.ts';
import { mockFor, nextResponse } from './mock-match.ts';
import { inTime, nothing, playedBy, type Answered } from './mock-response.ts';
import { portOutside, portProblem } from './online-limits.ts';
import { mostRedirects, redirected } from './redirect.ts';
import { asText, coded, type CodedText } from './codes.ts';
import type { HttpAnswer, HttpRequest, HttpRules } from './script-call.ts';
import { StepSignal } from './script-call.ts';
import type { Cause, StepDraft } from './step-draft.ts';
import type { RecordedAnswer } from './step-request.ts';

/** So many characters of a request's body are kept in its event: enough to read what a bot sent. */
export const keptOfBody = 10_000;

/** Whom a call belongs to, and how to tell its author something. */
type Caller = { readonly session: number | undefined; readonly hint: (hint: CodedText) => void };

/**
 * Answers a script's HTTP call, and those that its answers lead to; each is an event of its own. All together may
 * take as long as the timeout says.
 */
export function answerHttp(
  draft: StepDraft,
  because: Cause,
  first: HttpRequest,
  rules: HttpRules,
  caller: Caller,
): Answered {
  const { followLocation, timeout } = rules;
  let request = first;
  let seconds = 0;
  for (let count = 0; ; count++) {
    const left = timeout > 0 ? timeout - seconds : Number.POSITIVE_INFINITY;
    const one = answerOne(draft, because, request, { ...rules, timeout: left }, caller);
    seconds += one.seconds;
    const next = followLocation && one.answer.error === '' ? redirected(request, one.answer) : undefined;
    if (next === undefined) return { answer: one.answer, seconds };
    if (count === mostRedirects) {
      const error = `more than ${String(mostRedirects)} redirects, the last to ${next.url}`;
      return { answer: { ...nothing, error }, seconds };
    }
    request = next;
  }
}

/**
 * Answers one call: by the first mock that matches, else by the answer recorded with the step, else by nobody. Only a
 * workspace that asks ends the step with `needs` instead (rulings 2, 5). A mock that holds its calls comes behind the
 * recorded answer, which may be that it was released; where nobody can be asked it answers at once.
 */
function answerOne(
  draft: StepDraft,
  because: Cause,
  request: HttpRequest,
  { timeout, matches = () => false }: HttpRules,
  { session, hint }: Caller,
): Answered {
  const of = {
    method: request.method,
    url: request.url,
    ...(request.body !== '' && { sent: request.body.slice(0, keptOfBody) }),
    ...(session !== undefined && { session }),
  };
  const fails = (error: string, failure: CodedText): Answered => {
    draft.emit(because, { type: 'http.called', ...of, failure, answeredBy: 'nobody' });
    return { answer: { ...nothing, error }, seconds: 0 };
  };
  const byMock = (mock: Mock, released = {}): Answered => {
    const answered = playedBy(mock.responses[nextResponse(draft.world, mock)], request, timeout);
    const answer = resultOf(answered.answer);
    const by = { answeredBy: 'mock', mock: mock.id, ...released } as const;
    draft.emit(because, { type: 'http.called', ...of, ...answer, ...by });
    return answered;
  };
  const port = portOutside(request.url);
  if (port !== undefined) {
    const outside = coded('online-port', { port });
    if (draft.world.options.onlineLimits) return fails(portProblem(port), outside);
    hint(outside);
  }
  const mock = mockFor(draft.world, request, matches);
  if (mock !== undefined && mock.hold !== true) return byMock(mock);
  const recorded = draft.nextAnswer();
  if (recorded === undefined) {
    const isAsked = draft.asksFor(mock === undefined ? 'unanswered' : 'held');
    if (isAsked) throw lacking(draft, because, request, mock);
    if (mock !== undefined) return byMock(mock);
  } else if (!saysNobody(recorded, request)) {
    const released = draft.world.mocks.find(({ id }) => id === recorded.mock);
    if (released !== undefined && isFor(recorded, request)) return byMock(released, { released: true });
    const answer = answerFrom(recorded, request);
    const { delay = 0 } = recorded;
    const taken = inTime(answer, delay / 1000, timeout);
    draft.emit(because, {
      type: 'http.called',
      ...of,
      ...resultOf(taken.answer),
      answeredBy: 'recorded',
      body: taken.answer.body,
      ...(delay > 0 && { delay }),
      ...(recorded.live === true && { live: true }),
    });
    return taken;
  }
  const { method, url } = request;
  return fails(offline(request), coded('no-mock-for', { method, url }));
}

const lacking = (draft: StepDraft, { by }: Cause, request: HttpRequest, mock: Mock | undefined) =>
  new StepSignal({ kind: 'needs', request, by, statement: draft.meter.statements, held: mock?.id });

type Addressed = Pick<HttpRequest, 'method' | 'url'>;

const isFor = (recorded: Addressed, request: Addressed): boolean =>
  recorded.method === request.method && recorded.url === request.url;

/** What a script is told where nobody answers. */
const offline = ({ method, url }: Addressed): string => `offline: no mock for ${method} ${url}`;

/** The recording that nobody answers a call: it keeps the answers behind it for theirs, as they are used in call order. */
export const byNobody = ({ method, url }: Addressed): RecordedAnswer => ({
  method,
  url,
  error: offline({ method, url }),
});

const saysNobody = (recorded: RecordedAnswer, request: Addressed): boolean =>
  isFor(recorded, request) && recorded.error === offline(request);

/** What a mock or a recording says of a failure is a text as it stands. */
const resultOf = ({ status, error, failure = asText(error) }: HttpAnswer) =>
  error === '' ? { status } : { failure };

/** A recorded answer belongs to one call; given to another, the recording does not fit (rulings 5). */
function answerFrom(recorded: RecordedAnswer, request: HttpRequest): HttpAnswer {
  const { status = 0, headers = {}, body = '', error = '' } = recorded;
  if (isFor(recorded, request) && recorded.mock === undefined) return { status, headers, body, error };
  if (isFor(recorded, request)) {
    const mock = recorded.mock ?? 0;
    return {
      ...nothing,
      error: `the mock ${String(mock)}, which was released, is gone`,
      failure: coded('no-mock', { mock }),
    };
  }
  const { method, url } = request;
  const { method: recordedMethod, url: recordedUrl } = recorded;
  return {
    ...nothing,
    error: `the recorded answer is for ${recordedMethod} ${recordedUrl}, not for ${method} ${url}`,
    failure: coded('answer-of-another', { method, url, recordedMethod, recordedUrl }),
  };
}
