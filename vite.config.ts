import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { acceptance } from './build/acceptance.ts';
import { bootFirst, oneWindow, oneWorker, preloaded } from './build/boot.ts';
import { compiledWhole } from './build/compiled-whole.ts';
import { flatImports } from './build/flat-imports.ts';
import { hashAlone } from './build/hash-alone.ts';
import { laterShapesInUse, notices, shapesInUse } from './build/icons.ts';
import { openings } from './build/openings.ts';
import { headers, networkPolicy, strictPolicy } from './build/policy.ts';
import { scriptTypes } from './build/script-types.ts';
import { security } from './build/security.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version, description } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as {
  version: string;
  description: string;
};

/** Offline from the first visit on: everything is precached, later parts and samples too. */
const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: here('src'),
  filename: 'sw.ts',
  injectRegister: false,
  injectManifest: {
    globPatterns: ['**/*.{html,js,css,json,svg,png,wasm,woff2}'],
    // The app itself reads no JSON Schema: they are for editors.
    globIgnores: ['*.schema.json'],
    maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
    rollupFormat: 'iife',
  },
  includeManifestIcons: false,
  manifest: {
    name: 'Rehearsal',
    short_name: 'Rehearsal',
    description,
    start_url: './',
    scope: './',
    display: 'standalone',
    lang: 'en',
    theme_color: '#f5f6f8',
    background_color: '#f5f6f8',
    categories: ['developer', 'education'],
    // A media type of our own, so that the installed app does not claim all JSON.
    file_handlers: [{ action: './', accept: { 'application/vnd.rehearsal+json': ['.rehearsal'] } }],
    icons: [
      { src: 'icons/rehearsal.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: 'icons/rehearsal-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icons/rehearsal-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icons/rehearsal-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
      { src: 'icons/rehearsal-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
});

export default defineConfig({
  base: './',
  resolve: {
    // The package offers its oldest build in one piece; this one is written for browsers of the age that we build for.
    alias: [{ find: /^dexie$/, replacement: here('node_modules/dexie/dist/modern/dexie.mjs') }],
  },
  publicDir: here('public'),
  define: {
    __ICON_SHAPES__: JSON.stringify(shapesInUse()),
    __LATER_ICON_SHAPES__: JSON.stringify(laterShapesInUse()),
    __APP_VERSION__: JSON.stringify(version),
    __CONTENT_SECURITY_POLICY__: JSON.stringify(strictPolicy),
    __NETWORK_POLICY__: JSON.stringify(networkPolicy),
  },
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    notices(),
    openings(here('public')),
    acceptance(here('tests/acceptance')),
    scriptTypes(),
    pwa,
    preloaded(here('src/ui/stage/stage.tsx'), here('src/boot.ts')),
    bootFirst(here('src/boot.ts')),
    security(),
    flatImports(),
    compiledWhole(),
  ],
  // A module in parts: the blob that it boots from imports it by its whole address, and so it finds them beside it.
  worker: {
    format: 'es',
    plugins: () => [hashAlone(), flatImports(), compiledWhole()],
    rolldownOptions: { output: oneWorker },
  },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1024,
    // `flatImports` says it in the parts themselves.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rolldownOptions: { output: oneWindow },
  },
  preview: { port: 4173, strictPort: false, headers },
});
