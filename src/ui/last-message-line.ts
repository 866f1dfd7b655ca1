import type { Session } from '../engine/world.ts';
import { oneLine } from './format.ts';
import { words } from './words/words.ts';

/** So many letters are more than a row shows. */
const most = 80;

/** What was said last in a chat on one line, without the tags of rich text; before anybody wrote, what is going on. */
export function lastMessageLine({ status, lastMessage, connected }: Session): string {
  if (!connected) return words.disconnected;
  if (lastMessage !== '') return oneLine(lastMessage.replace(/<[^>]{0,200}>/g, ' '), most);
  if (status === 1 || status === 3) return words.fillingIn;
  if (status === 2) return words.readsFaq;
  return words.justJoined;
}
