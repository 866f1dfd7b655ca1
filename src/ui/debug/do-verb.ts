import type { Debugging } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { moveOf, type Verb } from './verbs.ts';

/** Does what a button, a key or the palette says. Empty, or why it is not possible, in words. */
export function doVerb(debugging: Debugging, verb: Verb): Promise<string> {
  const view = debugging.view.peek();
  if (view === null) return Promise.resolve(words.nothing);
  const move = moveOf(verb, {
    script: view.calls[debugging.frame.peek()]?.script ?? 0,
    line: debugging.cursor.peek(),
  });
  if (move !== null) return debugging.move(move);
  switch (verb) {
    case 'lastChange': {
      const selected = debugging.selected.peek();
      if (selected !== '') return debugging.lastChange(selected);
      debugging.refusal.value = words.selectFirst;
      return Promise.resolve(words.selectFirst);
    }
    case 'stopScript':
      return debugging.goOn('stop');
    default:
      return resume(debugging);
  }
}

/** On to the next breakpoint; a step that waits, and has none left, is let go on. */
function resume(debugging: Debugging): Promise<string> {
  const view = debugging.view.peek();
  const isLast = view?.stops.every((statement) => statement <= view.statement) ?? true;
  return view?.target === 'waiting' && isLast
    ? debugging.goOn('continue')
    : debugging.move({ command: 'continue' });
}
