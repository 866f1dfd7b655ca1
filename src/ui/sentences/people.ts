import { sentenceWords } from '../words/sentence-words.ts';
import type { EventOf } from '../../engine/events.ts';
import { specialType } from '../../engine/numbers.ts';
import { messageText, systemLine } from '../../engine/transcript.ts';
import type { Message, World } from '../../engine/world.ts';
import { channelName } from '../names.ts';
import { systemWords } from '../words/system-words.ts';
import { words } from '../words/words.ts';
import {
  agentOf,
  nameOf,
  quoted,
  quotedHtml,
  say,
  type Sentence,
  type SentenceContext,
  type EventSentences,
} from './sentence.ts';
import { sentence } from '../sentence.ts';

/** So far back a question is looked for. */
const farBack = 50;

/** Whether the customer had said something before this message, so that it is an answer. */
function isAnswer(world: World, { id, session }: Message): boolean {
  const messages = world.sessions.get(session)?.messages;
  if (messages === undefined) return false;
  for (let row = messages.length; row > 0 && row > messages.length - farBack; row -= 1) {
    const before = messages.get(row) ?? 0;
    if (before < id && world.messages.get(before)?.sender === 'customer') return true;
  }
  return false;
}

function messageSaved(event: EventOf<'message.saved'>, telling: SentenceContext): Sentence {
  const { session, author, text, specialType: special } = event;
  const name = nameOf(telling, session);
  const message = telling.world.messages.get(event.message);
  if (message === undefined) return say(author || name, sentenceWords.wrote, { quote: quotedHtml(text) });
  const quote = quoted(messageText(message));
  if (message.sender === 'customer') {
    return say(name, special === specialType.clickedOption ? sentenceWords.chose : sentenceWords.wrote, {
      quote,
    });
  }
  if (special === specialType.welcome) return say(author, sentenceWords.welcomed(name), { quote });
  if (message.sender === 'system') {
    const line = systemLine(message) || (text === '' ? (systemWords[special] ?? '') : '');
    return line === '' ? say(author, sentenceWords.suggested, { quote }) : say('', line);
  }
  return say(
    author,
    isAnswer(telling.world, message) ? sentenceWords.answered(name) : sentenceWords.wroteTo(name),
    {
      quote,
    },
  );
}

/** Why a status changed; by name, where the event before it tells who it was. */
function reasonOf({ rule = '', cause }: EventOf<'session.statusChanged'>, telling: SentenceContext): string {
  const before = telling.lookUp(cause);
  if (rule === 'T12' && before?.type === 'session.assigned')
    return sentenceWords.toAgent(agentOf(telling, before.agent));
  if (rule === 'T16' && before?.type === 'message.saved' && before.author !== '')
    return sentenceWords.spokeLast(before.author);
  return (words.rules as Readonly<Record<string, string>>)[rule] ?? '';
}

const passed =
  (say_: (telling: SentenceContext, event: { from: number; to: number; session: number }) => Sentence) =>
  (
    event: { readonly from: number; readonly to: number; readonly session: number },
    telling: SentenceContext,
  ) =>
    say_(telling, event);

/** What people do in a chat, and what becomes of a session. */
export const people: EventSentences = {
  'session.created': ({ session, status, botActive, queuePosition, channel }, telling) =>
    say(
      nameOf(telling, session),
      status === 4 && !botActive ? sentenceWords.joinedQueue(queuePosition) : sentenceWords.openedChat,
      { more: channelName(telling.world, channel), to: status },
    ),
  'session.statusChanged': (event, telling) =>
    say('', reasonOf(event, telling), { from: event.from, to: event.to }),
  'session.botDeactivated': ({ reason }) => say('', sentenceWords.botOff[reason]),
  'session.assigned': ({ agent, session }, telling) =>
    say(agentOf(telling, agent), sentenceWords.tookChat(nameOf(telling, session))),
  'session.unassigned': ({ agent, session }, telling) =>
    say(agentOf(telling, agent), sentenceWords.leftChat(nameOf(telling, session))),
  'session.updated': ({ session, fields }, telling) =>
    say(nameOf(telling, session), sentenceWords.filledIn(Object.keys(fields).join(', '))),
  'session.rated': ({ session, rating }, telling) =>
    say(nameOf(telling, session), sentenceWords.gaveStars(words.stars(rating))),
  'session.purged': ({ session }) => say(sentenceWords.sessionNumber(session), sentenceWords.purged),
  'message.saved': messageSaved,
  'message.blocked': ({ session, author, text, trigger, reason }, telling) =>
    say(author || nameOf(telling, session), sentenceWords.blockedMessage(sentenceWords.trigger(trigger)), {
      quote: quotedHtml(text),
      more: reason === undefined ? '' : sentence(reason),
      bad: true,
    }),
  'message.shown': ({ message }, { world }) => {
    const shown = world.messages.get(message);
    return say(shown === undefined ? '' : quoted(messageText(shown)), sentenceWords.shownNow);
  },
  'typing.changed': ({ session, who, typing }, telling) => {
    const agent = telling.world.sessions.get(session)?.agent ?? 0;
    const user = agent > 0 ? agentOf(telling, agent) : words.bot;
    const name = who === 'customer' ? nameOf(telling, session) : user;
    return say(name, typing ? sentenceWords.isTyping : sentenceWords.stoppedTyping);
  },
  'customer.disconnected': ({ session }, telling) => say(nameOf(telling, session), sentenceWords.vanished),
  'customer.reconnected': ({ session }, telling) => say(nameOf(telling, session), sentenceWords.cameBack),
  'customer.returned': ({ session }, telling) => say(nameOf(telling, session), sentenceWords.returned),
  'listener.joined': ({ agent, session }, telling) =>
    say(agentOf(telling, agent), sentenceWords.listensIn(nameOf(telling, session))),
  'listener.left': ({ agent, session }, telling) =>
    say(agentOf(telling, agent), sentenceWords.listensNoMore(nameOf(telling, session))),
  'contact.linked': ({ agent, session, contact }, telling) => {
    const name = telling.world.contacts.find(({ id }) => id === contact)?.name ?? String(contact);
    return say(agentOf(telling, agent), sentenceWords.linked(nameOf(telling, session), name));
  },
  'transcript.made': ({ session, email }, telling) =>
    say(nameOf(telling, session), sentenceWords.transcriptMade(email)),
  'request.created': ({ request, title }) =>
    say('', sentenceWords.requestPosted(request), { quote: quoted(title) }),
  'transfer.requested': passed((telling, { from, to, session }) =>
    say(
      agentOf(telling, from),
      sentenceWords.askedToTakeOver(agentOf(telling, to), nameOf(telling, session)),
    ),
  ),
  'transfer.accepted': passed((telling, { from, to, session }) =>
    say(agentOf(telling, to), sentenceWords.tookOver(nameOf(telling, session), agentOf(telling, from))),
  ),
  'transfer.rejected': passed((telling, { to, session }) =>
    say(agentOf(telling, to), sentenceWords.declined(nameOf(telling, session))),
  ),
  'transfer.cancelled': passed((telling, { from, session }) =>
    say(agentOf(telling, from), sentenceWords.transferOff(nameOf(telling, session))),
  ),
  'warning.raised': ({ kind, agents, session }, telling) =>
    say(
      agents.map((agent) => agentOf(telling, agent)).join(', '),
      sentenceWords.warned[kind](nameOf(telling, session)),
    ),
  'presence.changed': ({ agent, present }, telling) =>
    say(agentOf(telling, agent), present ? sentenceWords.isPresent : sentenceWords.isAway),
};
