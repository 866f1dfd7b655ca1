import type { FaqEntry, QuickReply, Row } from './definition.ts';
import { visibleFaq } from './faq-search.ts';
import { faqAccess } from './numbers.ts';
import type { World } from './world.ts';

/** A reply template as an agent inserts it: its name, and its plain text. */
type ReplyTemplate = { readonly id: number; readonly name: string; readonly text: string };

const textOf = (row: Row, ...columns: readonly string[]): string => {
  const value = columns.map((column) => row[column]).find((one) => one !== undefined && one !== null);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/**
 * The reply templates of a world: rows of its table `reply_template`, with the first plain text that `reply_template_body` has of
 * each; one without a text has nothing to insert (chat-domain §8.2, Q82).
 */
function replyTemplates({ tables }: Pick<World, 'tables'>): readonly ReplyTemplate[] {
  const bodies = tables['reply_template_body'] ?? [];
  return (tables['reply_template'] ?? []).flatMap((row) => {
    const id = textOf(row, 'id', 'reply_template_id');
    const body = bodies.find(
      (one) => textOf(one, 'reply_template_id') === id && textOf(one, 'body_plain') !== '',
    );
    return body === undefined || id === ''
      ? []
      : [{ id: Number(id), name: textOf(row, 'name'), text: textOf(body, 'body_plain') }];
  });
}

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
