import type { World } from '../../../engine/world.ts';
import { scriptOf } from '../../names.ts';
import { words } from '../../words/words.ts';
import type { CallRow } from './call-rows.ts';
import { httpWords } from '../../words/http-words.ts';

/** Who called: `orders, line 33`, or a webhook by its name. */
export function callerName(world: Pick<World, 'folders'>, by: CallRow['by']): string {
  if (by.kind === 'webhook') return httpWords.webhook(by.name);
  const name = scriptOf(world as World, by.script)?.name ?? '';
  return name === '' ? '' : words.scriptLine(name, by.line);
}
