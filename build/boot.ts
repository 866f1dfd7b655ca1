import { relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

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

/**
 * Names the window's code and the parts of the place that is nearly always the first one before everything else in the built page, so
 * that they come beside each other and not one after the other has run. They are asked for as plain scripts: Chromium
 * parses modules on the way, and thereby leaves unread what it has kept of their compiled code. This way it reads that. `boot` is
 * the script that runs at once, which asks for itself.
 */
export function preloaded(file: string, boot: string): Plugin {
  return {
    name: 'rehearsal-preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter(
          (one): one is Rolldown.OutputChunk => one.type === 'chunk',
        );
        const place = chunks.find(({ moduleIds }) => moduleIds.includes(file));
        if (place === undefined) throw new Error(`${relative('.', file)} is not in the bundle.`);
        const window = chunks.filter(({ fileName }) => html.includes(`src="./${fileName}"`));
        const names = [...window, place].flatMap(({ fileName, imports }) => [fileName, ...imports]);
        const boots = chunks
          .filter(({ moduleIds }) => moduleIds.includes(boot))
          .map(({ fileName }) => fileName);
        const early = [...new Set(names)].filter((name) => !boots.includes(name));
        return {
          html: html.replace(/\s*<link rel="modulepreload"[^>]*>/g, ''),
          tags: early.map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'script', crossorigin: true, href: `./${name}` },
            injectTo: 'head-prepend' as const,
          })),
        };
      },
    },
  };
}

/** What the first script of the page consists of: it must not wait for any other part. */
const ofBoot =
  /\/src\/(?:boot|ui\/start-worker|pwa\/(?:own-script-url|trusted-types))\.ts|\?worker|^\0(?!vite\/preload-helper|rolldown\/runtime)/;

/** What the stage shares with places and windows that come later: one part that comes with it, not one for each. */
const ofStage = new RegExp(
  [
    'ui/(?:channel-colours|statuses|safe-url|select-event|words/system-words|agents/add-agent|session/failures)',
    'ui/timeline/(?:lanes|steps|row-height|rows-in-sight|use-virtual-rows)',
    'ui/customers/(?:badge|closed-notice|connect|conversation|failure-mark|faq|field|form|form-draft|offline-form)',
    'ui/customers/(?:open-alone|post-chat-form|pre-chat-form|queue-note|screen|stars|tiles|use-form|widget|widget-head)',
    'ui/controls/(?:avatar|bring-across|count|memo|refusal|slow-hint|small-form|sure-button|tab-strip|unless-used)',
    'ui/controls/(?:after-draw|shut-in-past|use-armed|use-narrower-than|use-steady)',
    'ui/conversation/(?:alert-mark|attach|composer|is-composing|left-drafts|message-kinds|message-list|message-view)',
    'ui/files/save-test-item|ui/session/(?:arrow-head|diagram-layout)',
    'ui/conversation/(?:on-the-way|rich-text|status-chip|use-held-text|use-stay-at-end|waited)',
    'engine/(?:agent-views|faq-link|faq-search|form-rule|message-text|rich-text|transcript)',
  ]
    .map((part) => `/src/${part}\\.tsx?$`)
    .join('|'),
);

/** One part for all that the window needs to be drawn at all: each part that is asked for costs time of its own. */
export const oneWindow: Rolldown.OutputOptions = {
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'window', tags: ['$initial'], test: (id) => !ofBoot.test(id) },
      { name: 'stage-parts', test: ofStage },
    ],
  },
};

/** The same of the workers: what all of them begin with. */
export const oneWorker: Rolldown.OutputOptions = {
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ name: 'worker', tags: ['$initial'] }],
  },
};
