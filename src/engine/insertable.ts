import type { FaqEntry, QuickReply } from './definition.ts';
import { visibleFaq } from './faq-search.ts';
import { faqAccess } from './numbers.ts';
import { replyTemplates, type ReplyTemplate } from './reply-templates.ts';
import type { World } from './world.ts';

export type Insertable = {
  readonly quickReplies: readonly QuickReply[];
  readonly faq: readonly FaqEntry[];
  readonly templates: readonly ReplyTemplate[];
};

/**
 * What an agent can insert into a reply: quick replies are their owner's alone (T-55), and of the FAQ only what is
 * published for everybody, because the customer will follow the link (T-56). Reply templates are everybody's.
 */
export const insertable = (world: World, agent: number): Insertable => ({
  quickReplies: world.quickReplies.filter((reply) => reply.agent === agent),
  faq: visibleFaq(world, faqAccess.public),
  templates: replyTemplates(world),
});
