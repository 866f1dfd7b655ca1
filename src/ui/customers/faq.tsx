import type { Session } from '../../engine/world.ts';
import { words } from '../words/words.ts';
import { Conversation } from './conversation.tsx';

/** The FAQ in front of the queue: a question, its answers as links, and whether they helped. */
export const Faq = ({ session }: { readonly session: Session }) => (
  <Conversation session={session} writes>
    {session.faqQuestion === 0 ? <p class="waiting">{words.faqPrompt}</p> : null}
  </Conversation>
);
