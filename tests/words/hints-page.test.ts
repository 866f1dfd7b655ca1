import { expect, it } from 'vitest';
import { hintWords } from '../../src/bots/hints/hint-words.ts';
import { ruleSentences } from '../../src/ui/rules/rule-sentences.ts';
import { hintsPage } from './hints-page.ts';

it('describes in docs/hints.md the hints that there are (else run: npm run reference)', async () => {
  await expect(hintsPage()).toMatchFileSnapshot('../../docs/hints.md');
});

it('has a sentence for the rule of each hint', () => {
  const rules = Object.values(hintWords).map(({ rule }) => rule);

  expect(rules.filter((rule) => !(rule in ruleSentences))).toEqual([]);
});
