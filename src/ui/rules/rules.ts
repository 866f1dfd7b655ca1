import { signal } from '@preact/signals';

/** What a rule says, and how sure it is: the product's pages say so, follow from them, or leave it to be decided. */
export type RuleSentence = {
  readonly text: string;
  readonly sure: 'documented' | 'inferred' | 'decided';
};

const loaded = signal<Readonly<Record<string, RuleSentence>> | null>(null);
let loading: Promise<void> | null = null;

/** The rules in sentences, null until they are loaded; a component that reads them is drawn again then. */
export const rules = (): Readonly<Record<string, RuleSentence>> | null => loaded.value;

/** Loads the sentences, once. Where the part cannot be had, the numbers stay without them, and the next wish tries again. */
export function loadRules(): void {
  loading ??= import('./rule-sentences.ts').then(
    ({ ruleSentences }) => {
      loaded.value = ruleSentences;
    },
    () => {
      loading = null;
    },
  );
}
