import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { sentenceOf } from '../../src/ui/sentences/sentence-of.ts';
import { textOf } from '../../src/ui/sentences/sentence.ts';
import { loadSentences } from '../../src/ui/sentence.ts';
import { bothLanguages } from '../bots/javascript/stage.ts';

const files = ['public/scenarios', 'tests/acceptance'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => `${folder}/${file}`),
);

describe('whatever happens', () => {
  it('is told in words, whatever it is', async () => {
    await loadSentences();
    const runScript = bothLanguages();
    const types = new Set<string>();
    const odd: string[] = [];
    for (const file of files) {
      const parsed = parseScenario(readFileSync(file, 'utf8'));
      if (!parsed.ok) throw new Error(file);
      const { world, events } = replay(parsed.scenario, runScript);
      for (const event of events) {
        types.add(event.type);
        const text = textOf(sentenceOf(event, { world, lookUp: (seq) => events[seq - 1] }));
        const isOdd = text.trim() === '' || /undefined|\[object|null|NaN| {2}/.test(text);
        if (isOdd && event.type !== 'message.saved') odd.push(`${file} ${event.type}: “${text}”`);
      }
    }

    expect(odd).toEqual([]);
    expect(types.size).toBeGreaterThan(35);
  });
});
