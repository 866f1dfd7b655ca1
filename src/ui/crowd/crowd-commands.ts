import type { Command, CommandContext } from '../palette/command.ts';
import { letCrowdCome } from './crowd-state.ts';
import { crowdWords as words } from '../words/crowd-words.ts';

/** Puppets, for who looks for them by name. */
export function crowdCommands(here: CommandContext): readonly Command[] {
  const { engine, workspace, crowd } = here.store;
  const make = (id: string, title: string, run: () => void): Command => ({
    id: `crowd ${id}`,
    group: 'do',
    title,
    detail: words.kind,
    icon: 'command',
    run: () => {
      run();
      return '';
    },
  });
  const id = workspace.peek()?.id;
  return [
    make('start', words.title, () => {
      letCrowdCome(here);
    }),
    ...(crowd.peek() === null || id === undefined
      ? []
      : [make('stop', words.stopIt, () => void engine.stopCrowd(id))]),
  ];
}
