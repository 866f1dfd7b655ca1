import type { Session } from '../../engine/world.ts';

/** Names one end of a chat: whoever takes the chat up again writes, so that its next end is another one. */
export const endOf = ({ id, messages }: Session): string => `${String(id)}:${String(messages.length)}`;
