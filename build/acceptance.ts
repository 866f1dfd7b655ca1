import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const fileName = 'tests/acceptance.json';

/** The texts of the scenarios in a folder, in the order of their numbers. */
async function textsIn(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const byNumber = files.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const read = async (file: string) => ({
    name: basename(file, '.json'),
    text: await readFile(join(folder, file), 'utf8'),
  });
  return JSON.stringify(await Promise.all(byNumber.map(read)));
}

/** Ships the acceptance scenarios as one file, so that people can run them where the app runs. */
export function acceptance(folder: string): Plugin {
  return {
    name: 'rehearsal-acceptance',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await textsIn(folder) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url?.includes(`/${fileName}`) !== true) {
          next();
          return;
        }
        void textsIn(folder).then((text) => response.end(text), next);
      });
    },
  };
}
