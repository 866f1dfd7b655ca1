import { createWorld } from '../engine/create-world.ts';
import { fold } from '../engine/fold.ts';
import { nextTimer } from '../engine/timers.ts';
import type { Engine } from './ports.ts';
import type { Rules } from './rules.ts';

/** What opens and folds a workspace. What takes steps is loaded before the first one, by `prepare`. */
export function realEngine(): Engine {
  let rules: Rules | undefined;
  let loading: Promise<Rules> | undefined;
  const load = (): Promise<Rules> => {
    loading ??= import('./rules.ts')
      .then(({ createRules }) => (rules ??= createRules()))
      .finally(() => {
        loading = undefined; // what failed is tried again
      });
    return loading;
  };
  return {
    createWorld,
    fold,
    nextTimer,
    step: (world, request, running) => {
      if (rules === undefined) throw new Error('A step was taken before its rules were loaded.');
      return rules.step(world, request, running);
    },
    unfit: (input) => rules?.unfit(input) ?? null,
    prepare: (sources, loadFile) =>
      rules === undefined
        ? load().then((loaded) => loaded.prepare(sources, loadFile) ?? undefined)
        : rules.prepare(sources, loadFile),
  };
}
