import type { Command, CommandContext } from '../palette/command.ts';
import { debriefWords as words } from '../words/debrief-words.ts';

/** The debrief of each agent, for who looks for it by name. */
export const debriefCommands = ({ now, router }: CommandContext): readonly Command[] =>
  now.agents.map(({ id, name }) => ({
    id: `debrief ${String(id)}`,
    group: 'goTo',
    title: words.command(name),
    detail: words.kind,
    icon: 'agents',
    run: () => {
      router.go('lessons', 'debrief', String(id));
      return '';
    },
  }));
