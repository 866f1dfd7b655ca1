import type { Command, CommandContext } from '../palette/command.ts';
import { tourWords as words } from '../words/tour-words.ts';

/** Begins the tour, on the stage, from its first stop. */
export async function takeTour(here: CommandContext): Promise<void> {
  here.show({});
  const { openTour } = await import('./open-tour.tsx');
  openTour(here, 0);
}

/** The tour, for who looks for it by name. */
export const tourCommands = (here: CommandContext): readonly Command[] => [
  {
    id: 'tour',
    group: 'do',
    title: words.command,
    detail: words.kind,
    icon: 'command',
    run: async () => {
      await takeTour(here);
      return '';
    },
  },
];
