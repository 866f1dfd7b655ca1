import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { openingFile } from '../src/worker/keeping/opening.ts';
import { playOpening } from '../src/worker/keeping/play-opening.ts';
import { loadJavaScript } from '../src/cli/load-javascript.ts';
import { realEngine } from '../src/worker/real-engine.ts';

/** A sample's opening scene as the app ships it, played now. `publicDir` is where the library's tables lie. */
export async function openingText(scenario: string, publicDir: string): Promise<string> {
  const load = (file: string) => readFile(join(publicDir, file), 'utf8');
  return JSON.stringify(await playOpening(realEngine(loadJavaScript), scenario, load));
}

/**
 * Plays every sample when the app is built, with the engine that is built, and puts the events beside it: a first visit
 * then shows a conversation before anything can run.
 */
export function openings(publicDir: string): Plugin {
  const folder = join(publicDir, 'scenarios');
  const read = async (file: string) => openingText(await readFile(join(folder, file), 'utf8'), publicDir);
  return {
    name: 'rehearsal-openings',
    async generateBundle() {
      for (const file of await readdir(folder)) {
        this.emitFile({
          type: 'asset',
          fileName: openingFile(basename(file, '.json')),
          source: await read(file),
        });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const sample = /\/openings\/([^/?]+\.json)/.exec(request.url ?? '')?.[1];
        if (sample === undefined) {
          next();
          return;
        }
        void read(decodeURIComponent(sample)).then((text) => response.end(text), next);
      });
    },
  };
}
