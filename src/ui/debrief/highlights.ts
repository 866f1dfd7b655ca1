import type { AgentChat, Debrief } from '../../course/debrief.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import type { Bookmark } from '../../protocol/engine-api.ts';
import { debriefWords as words } from '../words/debrief-words.ts';

/** A moment that is worth talking about, with what it is called. */
export type Highlight = { readonly seq: number; readonly name: string; readonly session: number };

/** What a trainer may want to say something about, in the order of the log. */
export function highlightsOf(
  { chats, warnings }: Debrief,
  nameOf: (session: number) => string,
): readonly Highlight[] {
  const say = words.moments;
  const of = ({ session, takenSeq, firstAnswer, longestSilence }: AgentChat): readonly Highlight[] => {
    const name = nameOf(session);
    return [
      { seq: takenSeq, name: say.taken(name), session },
      ...(firstAnswer === null ? [] : [{ seq: firstAnswer.seq, name: say.first(name), session }]),
      ...(longestSilence === null ? [] : [{ seq: longestSilence.seq, name: say.silence(name), session }]),
    ];
  };
  const missed = warnings
    .filter((one) => one.missed)
    .map(({ seq, session }) => ({ seq, name: say.missed(nameOf(session)), session }));
  return [...chats.flatMap(of), ...missed].toSorted((a, b) => a.seq - b.seq);
}

/** Where a mark at an event stands: at its step, and in the middle of it where that goes on. */
export function markedAt(log: readonly RecordedEvent[], seq: number): Pick<Bookmark, 'step' | 'event'> {
  const event = log[seq - 1];
  const step = event?.step ?? 0;
  return log[seq]?.step === step ? { step, event: seq } : { step };
}

/** The event that a bookmark stands at; 0 for the start. */
export const seqOf = ({ step, event }: Bookmark, log: readonly RecordedEvent[]): number =>
  event ?? log.findLast((one) => one.step <= step)?.seq ?? 0;
