import { effect } from '@preact/signals';
import { expect, it } from 'vitest';
import { loadSentences, sentence } from '../../src/ui/sentence.ts';
import { english } from '../../src/words/english.ts';
import { sentence as whole } from '../../src/words/sentence.ts';

const refusal = { code: 'message-empty', params: {} };
const text = { code: 'text', params: { text: 'As a log of release 0.1 has it.' } };
const damage = { code: 'step-damaged', params: { step: 3 } };
const failure = { code: 'too-many-calls', params: { limit: 1000 } };

it('says at once why something is not possible, and what scripts met once that part is there', async () => {
  const drawn: string[] = [];
  const stop = effect(() => {
    drawn.push(sentence(failure));
  });
  const atOnce = [refusal, text, damage];
  expect(atOnce.map(sentence)).toEqual(atOnce.map(whole));
  expect(drawn).toEqual(['']);
  await loadSentences(); // the drawing has set it off; this only waits for it
  stop();
  expect(drawn).toEqual(['', whole(failure)]);
  expect(sentence({ code: 'of-a-newer-build', params: { n: 1 } })).toBe('of-a-newer-build (n: 1)');
});

it('says each code in the same words as whoever has the whole catalogue', async () => {
  await loadSentences();
  const each = Object.keys(english).map((code) => ({ code, params: { text: 'as it stands' } }));
  expect(each.map(sentence)).toEqual(each.map(whole));
});
