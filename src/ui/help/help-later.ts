import { signal } from '@preact/signals';
import type { HelpClient } from '../help-client.ts';
import { notChecked } from './not-checked.ts';

/**
 * What helps to write scripts, which comes when it is first asked for: who only talks needs none of it. Where it cannot be had,
 * nothing is checked, and the next question tries again.
 */
export function helpLater(load: () => Promise<HelpClient>): HelpClient {
  const insisted = signal(0);
  let client: Promise<HelpClient | null> | null = null;
  let isStopped = false;

  const get = (): Promise<HelpClient | null> =>
    (client ??= load().then(
      (loaded) => {
        if (isStopped) loaded.stop();
        return loaded;
      },
      () => (client = null),
    ));

  return {
    async check(place, source, file, language, script) {
      const help = await get();
      return help === null
        ? [notChecked('noWorker', file)]
        : help.check(place, source, file, language, script);
    },
    async assist(about) {
      return (await get())?.assist(about) ?? null;
    },
    async format(source, language) {
      return (await get())?.format(source, language) ?? null;
    },
    async look(about) {
      return (await get())?.look(about) ?? null;
    },
    async placeBreakpoints(script, lines) {
      return (await get())?.placeBreakpoints(script, lines) ?? null;
    },
    async checkBreakpoint(written) {
      return (await get())?.checkBreakpoint(written) ?? null;
    },
    insisted,
    insist(source) {
      void get().then((help) => {
        help?.insist(source);
        insisted.value += 1;
      });
    },
    stop() {
      isStopped = true;
      void client?.then((help) => {
        help?.stop();
      });
    },
  };
}
