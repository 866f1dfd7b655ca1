import { status } from '../engine/numbers.ts';
import type { ForeignChat, ForeignSession, ForeignTurn } from './transcript/foreign.ts';
import type { Transcript, TranscriptSession } from './transcript.ts';
import type { Turn } from './transcript/turn.ts';

/**
 * A conversation from somewhere else as a transcript, as it stands: nothing is played. Times that it does not tell are
 * counted from the last one that it does, or from 1970; `timeZone` is the zone in which they are told.
 */
export const chatTranscript = (chat: ForeignChat, timeZone = 'UTC'): Transcript => ({
  name: chat.name,
  timeZone,
  sessions: chat.sessions.map((session, index) => sessionFrom(session, index + 1)),
});

function sessionFrom({ customer, turns }: ForeignSession, id: number): TranscriptSession {
  const names = (role: Turn['role']) =>
    turns.find((turn) => roleOf(turn) === role && turn.name !== '')?.name ?? '';
  let now = turns.find(({ at }) => at !== undefined)?.at ?? 0;
  const startedAt = now;
  const told = turns
    .filter(({ negated, isPart }) => negated !== true && isPart !== true)
    .map((turn): Turn => {
      now = turn.at ?? now + (turn.delay ?? 0);
      return turnFrom(turn, now, {
        customer: customer === '' ? 'Customer' : customer,
        bot: names('bot') || 'Bot',
      });
    });
  return {
    id,
    channel: '',
    bot: names('bot'),
    customer: { name: customer === '' ? 'Customer' : customer, details: [] },
    startedAt,
    status: status.invalid,
    turns: told,
  };
}

const roleOf = ({ who, role }: ForeignTurn): Turn['role'] =>
  who === 'customer' ? 'customer' : (role ?? 'bot');

function turnFrom(
  turn: ForeignTurn,
  at: number,
  names: { readonly customer: string; readonly bot: string },
): Turn {
  const { form, options, text } = turn;
  const role = roleOf(turn);
  const called = role === 'customer' ? names.customer : role === 'bot' ? names.bot : '';
  return {
    kind: form === undefined ? 'message' : form.rating === undefined ? 'form' : 'rating',
    at,
    actor: turn.name === '' ? called : turn.name,
    role,
    text:
      form === undefined
        ? text
        : Object.entries(form.fields)
            .map(([name, said]) => `${name}: ${said}`)
            .join('; '),
    status: status.invalid,
    message: 0,
    ...(options !== undefined && { options }),
    ...(form !== undefined && { form }),
  };
}
