import { signal } from '@preact/signals';
import { damages, ofTheApp } from '../words/english-app.ts';
import { refusals } from '../words/english-refusals.ts';
import { texts } from '../words/english-texts.ts';
import type { Catalogue, Said } from '../words/said.ts';
import { sentenceFrom } from '../words/sentence-from.ts';

/** What the page can say at once: why something is not possible, and what is the matter with what is stored. */
const first: Catalogue = { ...refusals, ...ofTheApp, ...damages, ...texts };

/** Where that part cannot be had. */
const none: Catalogue = {};

/** What it can say of scripts; null until that part is loaded. */
const loaded = signal<Catalogue | null>(null);
let loading: Promise<void> | undefined;

/** Loads what is said of scripts, unless it is there or on its way. Where it cannot be had, the next wish tries again. */
export function loadSentences(): Promise<void> {
  loading ??= import('../words/english-of-scripts.ts').then(
    (part) => {
      loaded.value = part.ofScripts;
    },
    () => {
      loaded.value = none;
      loading = undefined;
    },
  );
  return loading;
}

/**
 * What was said, in words. What is said of scripts is nothing until that part is loaded, which this sets off, and its code
 * where it cannot be had; whoever draws it, or computes with it, does so again then.
 */
export function sentence(said: Said): string {
  if (Object.hasOwn(first, said.code)) return sentenceFrom(first, said);
  const later = loaded.value;
  if (later === null || later === none) void loadSentences();
  return later === null ? '' : sentenceFrom(later, said);
}
