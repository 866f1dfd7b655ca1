import { createWorld } from '../engine/create-world.ts';
import { fold } from '../engine/fold.ts';
import { nextTimer } from '../engine/timers.ts';
import type { LoadJavaScript } from './scripts/javascript-part.ts';
import { partLater } from './part-later.ts';
import type { Engine } from './ports.ts';
import type { Rules } from './write/rules.ts';

/**
 * What opens and folds a workspace. What takes steps is loaded before the first one, by `prepare`; and so is what runs
 * JavaScript, where a script is in it, by `loadJavaScript`.
 */
export function realEngine(loadJavaScript?: LoadJavaScript): Engine {
  let rules: Rules | undefined;
  const load = partLater(
    async () => (rules = (await import('./write/rules.ts')).createRules(loadJavaScript)),
  );
  return {
    createWorld,
    fold,
    nextTimer,
    step: (world, request, running) => {
      if (rules === undefined) throw new Error('A step was taken before its rules were loaded.');
      return rules.step(world, request, running);
    },
    unfit: (input) => rules?.unfit(input) ?? null,
    prepare: (scripts, loadFile) =>
      rules === undefined
        ? load().then((loaded) => loaded.prepare(scripts, loadFile) ?? undefined)
        : rules.prepare(scripts, loadFile),
  };
}
