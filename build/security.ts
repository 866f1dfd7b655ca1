import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { hostHeaders, networkPage, networkPolicy, policyHeaderOf, strictPolicy } from './policy.ts';

const metaOf = (policy: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;

/**
 * Puts the policy first in the head of the built page, and makes a second page of it: the same files under a policy that lets
 * requests out. The development server needs more than either allows.
 */
export function security(): Plugin {
  return {
    name: 'rehearsal-security',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { server }) =>
        server === undefined ? html.replace('<head>', `<head>\n    ${metaOf(strictPolicy)}`) : html,
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        this.emitFile({ type: 'asset', fileName: '_headers', source: hostHeaders });
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The page is not in the bundle.');
        const html = String(page.source)
          .replace(metaOf(strictPolicy), metaOf(networkPolicy))
          .replace('<html lang="en">', '<html lang="en" data-network>');
        this.emitFile({ type: 'asset', fileName: networkPage, source: html });
      },
    },
    /** `npm start`: a page is told apart by its name, whatever folder it is asked for in. */
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://host');
        const policy = policyHeaderOf(pathname.endsWith('/') ? '' : basename(pathname));
        response.setHeader('Content-Security-Policy', policy);
        next();
      });
    },
  };
}
