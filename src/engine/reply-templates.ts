import type { Row } from './definition.ts';
import type { World } from './world.ts';

/** A reply template as an agent inserts it: its name, and its plain text. */
export type ReplyTemplate = { readonly id: number; readonly name: string; readonly text: string };

const textOf = (row: Row, ...columns: readonly string[]): string => {
  const value = columns.map((column) => row[column]).find((one) => one !== undefined && one !== null);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/**
 * The reply templates of a world: rows of its table `reply_template`, with the first plain text that `reply_template_body` has of
 * each; one without a text has nothing to insert (chat-domain §8.2, Q82).
 */
export function replyTemplates({ tables }: Pick<World, 'tables'>): readonly ReplyTemplate[] {
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
