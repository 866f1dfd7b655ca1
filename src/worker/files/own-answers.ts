import type { EventOf, RecordedEvent } from '../../engine/events.ts';
import { byNobody, keptOfBody } from '../../engine/http.ts';
import type { RecordedAnswer } from '../../engine/step-request.ts';

type Call = EventOf<'http.called'>;

/** The calls of a step that take from its recorded answers, in their order: no mock answers them, and they leave the machine. */
const asking = (events: readonly RecordedEvent[]): readonly Call[] =>
  events.filter(
    (event): event is Call =>
      event.type === 'http.called' && event.answeredBy !== 'mock' && event.failure?.code !== 'online-port',
  );

/** Of the body of a call only so much is known; two that are longer may differ. */
const isWhole = ({ sent = '' }: Call): boolean => sent.length < keptOfBody;

const isSame = (one: Call, other: Call): boolean =>
  one.method === other.method && one.url === other.url && one.sent === other.sent && isWhole(one);

type Given = { readonly call: Call; readonly answer: RecordedAnswer };

/** Takes a step with so many answers, and gives its events. */
type Take = (answers: readonly RecordedAnswer[]) => readonly RecordedEvent[];

/**
 * Takes a step again, as often as it needs to give each call the answer that the same call got before (method, address and
 * body): what follows from one answer decides about the next call. A call that got none before has none now, whatever lies ready for others.
 */
export function takeWithOwnAnswers(
  recorded: readonly RecordedAnswer[] | undefined,
  before: readonly RecordedEvent[],
  take: Take,
): void {
  const calls = asking(before);
  const left: Given[] = (recorded ?? []).flatMap((answer, n) => {
    const call = calls[n];
    const isOfCall = call?.method === answer.method && call.url === answer.url;
    return isOfCall ? [{ call, answer }] : [];
  });
  const answers: RecordedAnswer[] = [];
  for (;;) {
    const made = asking(take(answers));
    const next = made.findIndex(
      (call, n) => n >= answers.length && left.some((one) => isSame(one.call, call)),
    );
    const call = made[next];
    if (call === undefined) return;
    const own = left.findIndex((one) => isSame(one.call, call));
    answers.push(...made.slice(answers.length, next).map(byNobody));
    answers.push(...left.splice(own, 1).map(({ answer }) => answer));
  }
}
