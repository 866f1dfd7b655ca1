import type { Mock } from './definition.ts';
import type { HttpAnswer, HttpRequest } from './script-call.ts';
import { StepSignal } from './script-call.ts';
import type { Because, Stage } from './stage.ts';
import type { RecordedAnswer } from './step-request.ts';

/** So many characters of a request's body are kept in its event: enough to read what a bot sent. */
const keptOfBody = 10_000;

/**
 * Answers a script's HTTP call: by the first mock that matches, else by the answer recorded with the
 * step, else by nobody. Only a workspace that asks ends the step with `needs` instead (rulings 2, 5).
 */
export function answerHttp(
  stage: Stage,
  because: Because,
  request: HttpRequest,
  session: number | undefined,
): { readonly answer: HttpAnswer; readonly seconds: number } {
  const of = {
    method: request.method,
    url: request.url,
    ...(request.body !== '' && { sent: request.body.slice(0, keptOfBody) }),
    ...(session !== undefined && { session }),
  };
  const mock = stage.world.mocks.find((candidate) => matches(candidate, request));
  if (mock !== undefined) {
    const played = stage.world.mocksPlayed[mock.id] ?? 0;
    const response = mock.responses[Math.min(played, mock.responses.length - 1)];
    const answer: HttpAnswer = {
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
    return { answer, seconds: (response?.delay ?? 0) / 1000 };
  }
  const recorded = stage.nextAnswer();
  if (recorded !== undefined) {
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
  if (stage.asks) throw new StepSignal({ kind: 'needs', request });
  const error = `offline: no mock for ${request.method} ${request.url}`;
  stage.emit(because, { type: 'http.called', ...of, error, answeredBy: 'nobody' });
  return { answer: { status: 0, headers: {}, body: '', error }, seconds: 0 };
}

const resultOf = ({ status, error }: HttpAnswer): { status: number } | { error: string } =>
  error === '' ? { status } : { error };

/** A recorded answer belongs to one call; given to another, the recording does not fit (rulings 5). */
function answerFrom(recorded: RecordedAnswer, request: HttpRequest): HttpAnswer {
  const { status = 0, headers = {}, body = '', error = '' } = recorded;
  if (recorded.method === request.method && recorded.url === request.url) {
    return { status, headers, body, error };
  }
  const mismatch = `the recorded answer is for ${recorded.method} ${recorded.url}, not for ${request.method} ${request.url}`;
  return { status: 0, headers: {}, body: '', error: mismatch };
}

function matches({ request: pattern }: Mock, request: HttpRequest): boolean {
  return (
    pattern.method.toUpperCase() === request.method.toUpperCase() &&
    isMatch(request.url, pattern.url) &&
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
