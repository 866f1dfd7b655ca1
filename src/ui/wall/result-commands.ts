import type { Command, CommandContext } from '../palette/command.ts';
import { resultWords as words } from '../words/result-words.ts';
import { wallWords } from '../words/wall-words.ts';

/** What a lesson has besides, for who looks for it by name. */
export function resultCommands({ store, files, router }: CommandContext): readonly Command[] {
  const lesson = store.workspace.peek()?.lesson;
  if (lesson === undefined) return [];
  const make = (id: string, title: string, run: () => void): Command => ({
    id,
    group: 'do',
    title,
    detail: words.kind,
    icon: 'command',
    run: () => {
      run();
      return '';
    },
  });
  return [
    make('save result', words.item, () => {
      files.shows.value = 'result';
    }),
    make('wall', wallWords.title, () => {
      router.go('lessons', lesson.course, 'wall');
    }),
  ];
}
