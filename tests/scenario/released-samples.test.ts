import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleName, sampleText } from '../../src/scenario/link.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { releasedSamples } from '../../src/scenario/released-samples.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import { readFile, scenarioPaths } from './links.ts';
import { minimal } from './scenarios.ts';

const folder = join(import.meta.dirname, '../../public/samples');
const files = readdirSync(folder);

/* What is missing here, `npm run samples` adds. What is there stays: links that people have kept name it. */

it('lists the released worlds that lie beside the app, each under the name that its text gives', () => {
  expect([...releasedSamples].map((name) => `${name}.json`)).toEqual(files.toSorted());
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const world = JSON.parse(text) as WorldFile;

    expect(`${sampleName(world)}.json`).toBe(file);
    expect(sampleText(world)).toBe(text);
    expect(parseScenario(JSON.stringify({ ...minimal(), world })).ok).toBe(true);
  }
});

it.each(scenarioPaths.filter((path) => path.startsWith('public/')))('has the world of %s', (path) => {
  expect(releasedSamples.has(sampleName(readFile(path).world))).toBe(true);
});
