import type { FaqEntry } from '../definition.ts';
import type { InputOf } from '../inputs.ts';
import { faqLink } from '../faq-link.ts';
import { searchFaq } from '../faq-search.ts';
import { channelOf } from '../channel-of.ts';
import { customerName } from '../lookup.ts';
import { faqAccess, messageType, specialType, status } from '../numbers.ts';
import { escapeHtml } from '../escape-html.ts';
import { coded, type CodedText } from '../codes.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import type { Session, World } from '../world.ts';
import { saveMessage, saveSystemMessage } from './messages.ts';
import { changeStatus } from './status.ts';

/** The most suggestions that one question gets (T-31). */
const resultLimit = 3;

/**
 * The customer asks in the FAQ (S5): the message with everything that follows it, the bot's script
 * included; if that left the session in 2, the look-up. No match goes on to the queue (T09).
 */
export function askFaq(draft: StepDraft, because: Cause, session: Session, text: string): void {
  const saved = saveMessage(
    draft,
    because,
    {
      session: session.id,
      text,
      type: messageType.toUser,
      specialType: specialType.none,
      specialParam: '',
      author: customerName(session),
    },
    { rule: 'S5' },
  );
  const asked = draft.world.sessions.get(session.id);
  if (saved === null || asked?.status !== status.faq) return;
  const channel = channelOf(draft.world, asked);
  const results = findFaq(draft.world, channel.preChatForm.faqFolder, text);
  if (results.length === 0) {
    changeStatus(draft, saved.next, session.id, status.inQueue, 'T09');
    return;
  }
  const items = results.map(({ id, title }) => `<li><a href="${faqLink(id)}">${escapeHtml(title)}</a></li>`);
  const suggested = saveSystemMessage(draft, saved.next, session.id, specialType.none, {
    text: `<ul>${items.join('')}</ul>`,
    type: messageType.toCustomer,
    author: channel.name,
    isHtml: true,
  });
  // A trigger may have blocked the suggestions, or moved the session while they were saved.
  if (suggested === null || draft.world.sessions.get(session.id)?.status !== status.faq) return;
  saveSystemMessage(draft, suggested.next, session.id, specialType.faqSuccessQuestion, {
    param: '["Yes","No"]',
    author: channel.name,
  });
}

/** Yes ends the session, No leads to the queue; both save the answer first (rulings 21, T08, T10). */
export function answersFaq(
  draft: StepDraft,
  because: Cause,
  session: Session,
  input: InputOf<'customer.answersFaq'>,
): CodedText | null {
  if (session.status !== status.faq || session.faqQuestion === 0) {
    return coded('faq-not-asked', { session: session.id });
  }
  const answer = input.helpful ? 'Yes' : 'No';
  const saved = saveMessage(
    draft,
    because,
    {
      session: session.id,
      text: answer,
      type: messageType.special,
      specialType: specialType.clickedOption,
      specialParam: JSON.stringify([answer]),
      author: customerName(session),
      answers: session.faqQuestion,
    },
    { rule: input.helpful ? 'S5c' : 'S5b' },
  );
  // A trigger may have blocked the answer, or moved the session while it was saved.
  if (saved === null || draft.world.sessions.get(session.id)?.status !== status.faq) return null;
  const to = input.helpful ? status.finished : status.inQueue;
  changeStatus(draft, saved.next, session.id, to, input.helpful ? 'T10' : 'T08');
  return null;
}

/** The best entries for a question that everybody may see, in the folder or below it (rulings 22, T-31 to T-33). */
export const findFaq = (world: World, folder: number, text: string): readonly FaqEntry[] =>
  searchFaq(world, { folder, access: faqAccess.public, text })
    .slice(0, resultLimit)
    .map(({ found }) => found);
