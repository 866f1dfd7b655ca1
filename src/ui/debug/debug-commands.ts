import type { Command, CommandContext } from '../palette/command.ts';
import { scriptOf } from '../names.ts';
import { keysOf } from './debug-keys.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { doVerb } from './do-verb.ts';
import { openLastRun } from './last-run.ts';
import { nameOfVerb } from './verb-name.ts';
import { groups, inMenu, ofWaiting, type Verb } from './verbs.ts';

/** What the debugger can be told where one is, by name; each says its keys. */
export function debugCommands({ store, windowState, show, now }: CommandContext): readonly Command[] {
  const debugging = debuggingOf(store);
  const view = debugging.view.peek();
  const make = (id: string, title: string, keys: string, run: Command['run']): Command => ({
    id: `debug ${id}`,
    group: 'do',
    title,
    detail: keys === '' ? words.kind : `${words.kind}, ${keys}`,
    icon: 'command',
    run,
  });
  const { script } = windowState.view.peek();
  const open = scriptOf(now, script);
  const opening =
    open === undefined
      ? []
      : [
          make('last run', words.lastRunOf(open.name), '', () => {
            show({ bottom: 'script', pane: 'bots' });
            return openLastRun(store, script);
          }),
        ];
  if (view === null) return opening;
  const verb = (one: Verb) => make(one, nameOfVerb(one), keysOf(one), () => doVerb(debugging, one));
  const verbs: readonly Verb[] = [
    ...groups.back,
    ...groups.forward,
    ...inMenu,
    ...(view.target === 'waiting' ? ofWaiting : []),
  ];
  return [
    ...verbs.map(verb),
    make('leave', words.close, '', () => {
      void debugging.leave();
      return '';
    }),
    ...opening,
  ];
}
