import { pickFiles, saveScenario } from '../files/files-host.tsx';
import { words as pageWords } from '../words/words.ts';
import type { Command, CommandContext } from './command.ts';
import { paletteWords as words } from '../words/palette-words.ts';

/** What is done with a workspace as a file or a link. */
export function fileCommands(here: CommandContext): readonly Command[] {
  const { files, store } = here;
  const make = (id: string, title: string, icon: Command['icon'], run: () => void): Command => ({
    id,
    group: 'do',
    title,
    detail: words.kinds.file,
    icon,
    run: () => {
      run();
      return '';
    },
  });
  const ask = (what: 'save' | 'share') => () => {
    files.shows.value = what;
  };
  const mark = files.marks.of(store.workspace.peek()?.id ?? '');
  const isChanged = mark !== null && (store.live.peek()?.world.step ?? 0) > mark.steps;
  return [
    make('save', pageWords.saveAll, 'save', () => {
      saveScenario(here);
    }),
    ...(mark === null ? [] : [make('save as', words.saveAs, 'save', ask('save'))]),
    make('share', words.shareScenario, 'share', ask('share')),
    make('transcript', pageWords.writeTranscript, 'share', () => {
      files.session.value = 0;
      files.shows.value = 'transcript';
    }),
    make('open', pageWords.openFile, 'workspaces', () => {
      pickFiles(here);
    }),
    ...(isChanged
      ? [
          make('revert', words.revert, 'restart', () => {
            import('../files/save.ts').then(
              ({ revert }) => revert(here),
              () => undefined,
            );
          }),
        ]
      : []),
  ];
}
