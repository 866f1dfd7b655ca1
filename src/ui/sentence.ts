import { signal } from '@preact/signals';
import { damages, ofTheApp } from '../words/english-app.ts';
import { ofMessages, texts } from '../words/english-texts.ts';
import type { Catalogue, CodedText } from '../words/catalogue.ts';
import { sentenceFrom } from '../words/sentence-from.ts';

/** What the page can say at once: what is the matter with the app, with what is stored, and with a text that cannot be sent. */
const first: Catalogue = { ...ofTheApp, ...damages, ...ofMessages, ...texts };

/** Where that part cannot be had. */
const none: Catalogue = {};

/** What else it can say, of refused inputs and of scripts; null until that part is loaded. */
const loaded = signal<Catalogue | null>(null);
let loading: Promise<void> | undefined;

/** Loads the rest, unless it is there or on its way. Where it cannot be had, the next wish tries again. */
export function loadSentences(): Promise<void> {
  loading ??= import('../words/english-later.ts').then(
    (part) => {
      loaded.value = part.later;
    },
    () => {
      loaded.value = none;
      loading = undefined;
    },
  );
  return loading;
}

/**
 * What was said, in words. What is not said at once is nothing until that part is loaded, which this sets off, and its code
 * where it cannot be had; whoever draws it, or computes with it, does so again then.
 */
export function sentence(said: CodedText): string {
  if (Object.hasOwn(first, said.code)) return sentenceFrom(first, said);
  const later = loaded.value;
  if (later === null || later === none) void loadSentences();
  return later === null ? '' : sentenceFrom(later, said);
}
