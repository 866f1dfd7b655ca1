import type { Command, CommandContext } from '../palette/command.ts';
import { exploreOrders } from '../explore/explore-state.ts';
import { onSaveWords } from '../words/on-save-words.ts';
import { comparedWith, runsOnSave, setRunsOnSave } from '../compare/run-again-state.ts';
import { goOnFromHere } from './go-on.ts';
import { pastOf } from './past.ts';
import { pastWords as words } from '../words/past-words.ts';
import { playerOf } from './play.ts';

/** The ways through the log, for who looks for them by name. */
export function pastCommands(here: CommandContext): readonly Command[] {
  const past = pastOf(here.store);
  const isPast = past.at.peek() !== null;
  const { event: selected } = here.windowState.view.peek();
  const make = (id: string, title: string, run: () => unknown): Command => ({
    id: `past ${id}`,
    group: 'do',
    title,
    detail: words.kind,
    icon: 'command',
    run: () => {
      void run();
      return '';
    },
  });
  return [
    make('back', words.stepBack, () => past.goStep(-1)),
    make('start', words.start, () => past.goTo(0)),
    make('run again', words.runAgain, () => {
      comparedWith.value = null;
      here.files.shows.value = 'runAgain';
    }),
    make('explore', words.explore, () => {
      exploreOrders(here, null);
    }),
    make('run on save', runsOnSave(here.keepers.local) ? onSaveWords.off : onSaveWords.label, () => {
      setRunsOnSave(here.keepers.local, !runsOnSave(here.keepers.local));
    }),
    ...(selected > 0 ? [make('show selected', words.showSelected, () => past.goTo(selected))] : []),
    make('play', words.play, () => {
      playerOf(here.store).play();
    }),
    ...(isPast
      ? [
          make('on', words.stepOn, () => past.goStep(1)),
          make('now', words.back, past.back),
          make('fork', words.fork, () => goOnFromHere(here, 'fork')),
          make('restart', words.restart, () => goOnFromHere(here, 'restart')),
        ]
      : []),
  ];
}
