import { localTimeOf } from '../../engine/local-time.ts';
import { status, type SessionStatus } from '../../engine/numbers.ts';
import { isMessage, isSpoken, type Transcript, type TranscriptSession } from '../transcript.ts';
import type { Turn } from './turn.ts';

/** The lines of a text, however they end. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);

/** A text that can be written as UTF-8: half of a character becomes the sign for what is none. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');

/** A text whose control characters can be seen and do nothing: where people read it, or a terminal shows it. */
export const withoutControls = (text: string): string =>
  wellFormed(text)
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (sign) =>
      String.fromCodePoint(0x2400 + sign.charCodeAt(0)),
    )
    .replaceAll(/[\u007f-\u0084\u0086-\u009f]/g, '\ufffd');

/** The text on one line. */
export const onOneLine = (text: string): string =>
  withoutControls(text)
    .replaceAll(/[\s\u0085]+/g, ' ')
    .trim();

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** Whether people hear it as told, not as said by somebody. */
export const isTold = (turn: Turn): boolean => !isSpoken(turn) || turn.actor === '';

/** That somebody wrote last shows in what they wrote: where people read, those changes of the status are left out. */
export const readTurns = ({ turns }: TranscriptSession): readonly Turn[] =>
  turns.filter(({ kind, change }) => kind !== 'status' || !(isTalk(change?.from) && isTalk(change?.to)));

const isTalk = (now: SessionStatus | undefined): boolean =>
  now === status.customerLast || now === status.userLast;

/** How often somebody wrote. */
const messagesIn = ({ turns }: TranscriptSession): number =>
  turns.filter((turn) => turn.actor !== '' && isMessage(turn)).length;

const dateOf = (at: number, { timeZone }: Transcript): string => localTimeOf(at, timeZone).slice(0, 10);
export const timeOf = (at: number, { timeZone }: Transcript): string => localTimeOf(at, timeZone).slice(11);

/** A time on the day that a session began, and with its date on any other. */
export function momentIn(session: TranscriptSession, at: number, transcript: Transcript): string {
  const sameDay = dateOf(at, transcript) === dateOf(session.startedAt, transcript);
  return sameDay ? timeOf(at, transcript) : `${dateOf(at, transcript)} ${timeOf(at, transcript)}`;
}

/** What sets a turn apart from a message that was simply said. */
export function manner({ kind, role }: Turn): string {
  if (kind === 'blocked') return 'not delivered';
  if (kind === 'click') return 'clicked';
  if (kind === 'file') return 'file';
  return role === 'bot' ? 'bot' : role === 'agent' ? 'agent' : '';
}

/** What is said first of a whole transcript, and of a session: the same in every format that people read. */
export const headline = ({ name }: Transcript): string => `Transcript: ${onOneLine(name)}`;
export const subline = ({ timeZone, sessions }: Transcript): string =>
  `Times in ${onOneLine(timeZone)}. ${countOf(sessions.length, 'session')}.`;
export const sessionTitle = ({ id, customer }: TranscriptSession): string =>
  `Session ${String(id)}: ${onOneLine(customer.name)}`;

/** The facts of a session: what each is, and what it says. */
export function factsOf(
  session: TranscriptSession,
  transcript: Transcript,
): readonly (readonly [string, string])[] {
  const { customer, channel, startedAt } = session;
  return [
    ...(channel === '' ? [] : [['Channel', onOneLine(channel)] as const]),
    ['Customer', [customer.name, ...customer.details].map(onOneLine).join(', ')],
    ['Began', `${dateOf(startedAt, transcript)} ${timeOf(startedAt, transcript)}`],
    ['Messages', String(messagesIn(session))],
  ];
}
