import type { Command, CommandContext } from '../palette/command.ts';
import { words as pageWords } from '../words/words.ts';
import { isPlace } from '../frame/places.ts';
import { presenterWords as words } from '../words/presenter-words.ts';

/** Presenting, for who looks for it by name. */
export function presenterCommands(here: CommandContext): readonly Command[] {
  const make = (id: string, title: string, explains: boolean): Command => ({
    id,
    group: 'do',
    title,
    detail: words.kind,
    icon: 'command',
    run: async () => {
      const { present } = await import('./present.tsx');
      const [place] = here.router.path.peek();
      present(here, isPlace(place) && place !== 'stage' ? pageWords.places[place] : '', explains);
      return '';
    },
  });
  return [make('present', words.command, false), make('present causes', words.commandWhy, true)];
}
