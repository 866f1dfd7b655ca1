import type { Plugin } from 'vite';
import { typeFiles } from '../src/cli/type-files.ts';
import { scriptTypesFile } from '../src/worker/scripts/script-types.ts';

/** Puts the declarations that scripts in JavaScript are checked with beside the app, as one file. */
export function scriptTypes(): Plugin {
  return {
    name: 'rehearsal-script-types',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: scriptTypesFile, source: JSON.stringify(typeFiles()) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (new URL(request.url ?? '', 'http://localhost').pathname.endsWith(`/${scriptTypesFile}`)) {
          response.end(JSON.stringify(typeFiles()));
        } else next();
      });
    },
  };
}
