import type { EventOf, RecordedEvent } from '../../engine/events.ts';
import { byNobody, keptOfBody } from '../../engine/http.ts';
import type { RecordedAnswer } from '../../engine/step-request.ts';

type Call = EventOf<'http.called'>;

/** The calls of a step that take from its recorded answers, in their order: no mock answers them, and they leave the machine. */
const asking = (events: readonly RecordedEvent[]): readonly Call[] =>
  events.filter(
    (event): event is Call =>
      event.type === 'http.called' &&
      (event.answeredBy !== 'mock' || event.released === true) &&
      event.failure?.code !== 'online-port',
  );

/** Of the body of a call only so much is known; two that are longer may differ. */
const isWhole = ({ sent = '' }: Call): boolean => sent.length < keptOfBody;

const isSame = (one: Call, other: Call): boolean =>
  one.method === other.method && one.url === other.url && one.sent === other.sent && isWhole(one);

type Given = { readonly call: Call; readonly answer: RecordedAnswer };

/** Takes a step with so many answers, and gives its events. */
type Take = (answers: readonly RecordedAnswer[]) => readonly RecordedEvent[];

/**
 * Takes a step again and gives each call the answer that the same call got before (method, address and body). A call that
 * got none before has none now, whatever lies ready for others. What follows from an answer decides about the next call,
 * so the step is taken until all are right: once where nothing has changed.
 */
export function takeWithOwnAnswers(
  recorded: readonly RecordedAnswer[],
  before: readonly RecordedEvent[],
  take: Take,
): void {
  const calls = asking(before);
  const given: readonly Given[] = recorded.flatMap((answer, n) => {
    const call = calls[n];
    const isOfCall = call?.method === answer.method && call.url === answer.url;
    return isOfCall ? [{ call, answer }] : [];
  });
  let answers = recorded;
  for (;;) {
    const own = ownAnswers(asking(take(answers)), given);
    // Up to the first that was wrong they are right from now on, so this comes to an end.
    if (own.length === answers.length && own.every((answer, n) => isSameAnswer(answer, answers[n]))) return;
    answers = own;
  }
}

/** The answers to some calls, in their order; behind the last one nobody answers. */
function ownAnswers(made: readonly Call[], given: readonly Given[]): readonly RecordedAnswer[] {
  const left = [...given];
  const answers = made.map((call) => {
    const found = left.findIndex((one) => isSame(one.call, call));
    return found < 0 ? null : (left.splice(found, 1)[0]?.answer ?? null);
  });
  const last = answers.findLastIndex((answer) => answer !== null);
  return made.slice(0, last + 1).map((call, n) => answers[n] ?? byNobody(call));
}

const isSameAnswer = (one: RecordedAnswer, other: RecordedAnswer | undefined): boolean =>
  one === other ||
  (one.error !== undefined &&
    one.error === other?.error &&
    one.method === other.method &&
    one.url === other.url &&
    one.status === other.status);
