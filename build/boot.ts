import { relative } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Makes a chunk of its own of the page's first script, and has the built page run it as soon as it is there: neither style
 * sheets nor the window's own code hold it up.
 */
export function bootFirst(file: string): Plugin {
  return {
    name: 'rehearsal-boot-first',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: file, name: 'boot' });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const boot = Object.values(bundle).find(
          (one) => one.type === 'chunk' && one.moduleIds.includes(file),
        );
        if (boot === undefined) throw new Error(`${relative('.', file)} is not in the bundle.`);
        const attrs = { type: 'module', async: true, crossorigin: true, src: `./${boot.fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
