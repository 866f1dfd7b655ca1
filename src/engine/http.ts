import { normalAddress } from './address.ts';
import type { Mock } from './definition.ts';
import { portOutside, portProblem } from './online-limits.ts';
import { mostRedirects, redirected } from './redirect.ts';
import { asText, coded, type Said } from './said.ts';
import type { HttpAnswer, HttpRequest, HttpRules } from './script-call.ts';
import { StepSignal } from './script-call.ts';
import type { Because, Stage } from './stage.ts';
import type { RecordedAnswer } from './step-request.ts';

/** So many characters of a request's body are kept in its event: enough to read what a bot sent. */
export const keptOfBody = 10_000;

type Answered = { readonly answer: HttpAnswer; readonly seconds: number };

/** Whom a call belongs to, and how to tell its author something. */
type Caller = { readonly session: number | undefined; readonly hint: (hint: Said) => void };

/**
 * Answers a script's HTTP call, and those that its answers lead to; each is an event of its own. All together may
 * take as long as the timeout says.
 */
export function answerHttp(
  stage: Stage,
  because: Because,
  first: HttpRequest,
  { followLocation, timeout }: HttpRules,
  caller: Caller,
): Answered {
  let request = first;
  let seconds = 0;
  for (let count = 0; ; count++) {
    const left = timeout > 0 ? timeout - seconds : Number.POSITIVE_INFINITY;
    const one = answerOne(stage, because, request, left, caller);
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

const nothing: HttpAnswer = { status: 0, headers: {}, body: '', error: '' };

/**
 * Answers one call: by the first mock that matches, else by the answer recorded with the step, else by nobody. Only a
 * workspace that asks ends the step with `needs` instead (rulings 2, 5).
 */
function answerOne(
  stage: Stage,
  because: Because,
  request: HttpRequest,
  timeout: number,
  { session, hint }: Caller,
): Answered {
  const of = {
    method: request.method,
    url: request.url,
    ...(request.body !== '' && { sent: request.body.slice(0, keptOfBody) }),
    ...(session !== undefined && { session }),
  };
  const fails = (error: string, failure: Said): Answered => {
    stage.emit(because, { type: 'http.called', ...of, failure, answeredBy: 'nobody' });
    return { answer: { ...nothing, error }, seconds: 0 };
  };
  const port = portOutside(request.url);
  if (port !== undefined) {
    const outside = coded('online-port', { port });
    if (stage.world.options.onlineLimits) return fails(portProblem(port), outside);
    hint(outside);
  }
  const address = normalAddress(request.url);
  const mock = stage.world.mocks.find((candidate) => matches(candidate, request, address));
  if (mock !== undefined) {
    const played = stage.world.mocksPlayed[mock.id] ?? 0;
    const response = mock.responses[Math.min(played, mock.responses.length - 1)];
    const seconds = (response?.delay ?? 0) / 1000;
    const late = seconds > timeout;
    const answer: HttpAnswer = late
      ? {
          ...nothing,
          error: `timeout: no answer within ${String(timeout)} s`,
          failure: coded('no-answer-in-time', { limit: timeout }),
        }
      : {
          status: response?.status ?? 200,
          headers: response?.headers ?? {},
          body: response?.body ?? '',
          error: response?.error ?? '',
        };
    stage.emit(because, {
      type: 'http.called',
      ...of,
      ...resultOf(answer),
      answeredBy: 'mock',
      mock: mock.id,
    });
    return { answer, seconds: late ? timeout : seconds };
  }
  const recorded = stage.nextAnswer();
  if (recorded !== undefined && !saysNobody(recorded, request)) {
    const answer = answerFrom(recorded, request);
    stage.emit(because, {
      type: 'http.called',
      ...of,
      ...resultOf(answer),
      answeredBy: 'recorded',
      body: answer.body,
    });
    return { answer, seconds: 0 };
  }
  if (stage.asks && recorded === undefined) throw new StepSignal({ kind: 'needs', request });
  const { method, url } = request;
  return fails(offline(request), coded('no-mock-for', { method, url }));
}

type Addressed = Pick<HttpRequest, 'method' | 'url'>;

/** What a script is told where nobody answers. */
const offline = ({ method, url }: Addressed): string => `offline: no mock for ${method} ${url}`;

/** The recording that nobody answers a call: it keeps the answers behind it for theirs, as they are used in call order. */
export const byNobody = ({ method, url }: Addressed): RecordedAnswer => ({
  method,
  url,
  error: offline({ method, url }),
});

const saysNobody = ({ method, url, error }: RecordedAnswer, request: Addressed): boolean =>
  method === request.method && url === request.url && error === offline(request);

/** What a mock or a recording says of a failure is a text as it stands. */
const resultOf = ({ status, error, failure = asText(error) }: HttpAnswer) =>
  error === '' ? { status } : { failure };

/** A recorded answer belongs to one call; given to another, the recording does not fit (rulings 5). */
function answerFrom(recorded: RecordedAnswer, request: HttpRequest): HttpAnswer {
  const { status = 0, headers = {}, body = '', error = '' } = recorded;
  if (recorded.method === request.method && recorded.url === request.url) {
    return { status, headers, body, error };
  }
  const { method, url } = request;
  const { method: recordedMethod, url: recordedUrl } = recorded;
  return {
    ...nothing,
    error: `the recorded answer is for ${recordedMethod} ${recordedUrl}, not for ${method} ${url}`,
    failure: coded('answer-of-another', { method, url, recordedMethod, recordedUrl }),
  };
}

/** Addresses match as addresses, whatever way they are spelt; bodies as texts. */
function matches({ request: pattern }: Mock, request: HttpRequest, address: string): boolean {
  return (
    pattern.method.toUpperCase() === request.method.toUpperCase() &&
    isMatch(address, normalAddress(pattern.url)) &&
    (pattern.body === '' || isMatch(request.body, pattern.body))
  );
}

/** `*` in the pattern is any run of characters; without it the texts must be the same. Linear. */
function isMatch(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
