import { scriptOf } from '../../names.ts';
import type { Command, Here } from '../../palette/command.ts';
import { paletteWords as words } from '../../words/palette-words.ts';
import { openEditor } from './open-editor.ts';

/** What can be done with the script that is open in the editor. */
export function scriptCommands({ now, show }: Here): readonly Command[] {
  const open = openEditor.peek();
  const script = open === null ? undefined : scriptOf(now, open.script);
  if (script === undefined) return [];
  return [
    {
      id: 'format script',
      group: 'do',
      title: words.formatScript,
      detail: words.formatDetail(script.name),
      icon: 'command',
      run: () => {
        show({ bottom: 'script', pane: 'bots' });
        open?.editor.format();
        return '';
      },
    },
  ];
}
