import { setParameterNames, showsParameterNames } from '../../look/parameter-names-switch.ts';
import { scriptOf } from '../../names.ts';
import type { Command, CommandContext } from '../../palette/command.ts';
import { paletteWords as words } from '../../words/palette-words.ts';
import { openEditor } from './open-editor.ts';

/** What can be done with the script that is open in the editor. */
export function scriptCommands({ now, show, keepers }: CommandContext): readonly Command[] {
  const open = openEditor.peek();
  const script = open === null ? undefined : scriptOf(now, open.script);
  if (open === null || script === undefined) return [];
  const make = (id: string, title: string, detail: string, run: () => void): Command => ({
    id: `${id} script`,
    group: 'do',
    title,
    detail,
    icon: 'command',
    run: () => {
      show({ bottom: 'script', pane: 'bots' });
      run();
      return '';
    },
  });
  const { editor } = open;
  const shows = showsParameterNames(keepers.local);
  const look = (what: Parameters<typeof editor.look>[0]) =>
    make(what, words.looks[what], words.lookDetail(script.name, words.lookKeys[what]), () => {
      editor.look(what);
    });
  return [
    make('format', words.formatScript, words.formatDetail(script.name), () => {
      editor.format();
    }),
    look('outline'),
    look('references'),
    look('rename'),
    make(
      'parameter names',
      shows ? words.hideParameterNames : words.showParameterNames,
      words.kinds.window,
      () => {
        setParameterNames(keepers.local, !shows);
      },
    ),
  ];
}
