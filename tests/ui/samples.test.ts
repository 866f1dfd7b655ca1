import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { samples } from '../../src/ui/top-bar/samples.ts';

const folder = join(import.meta.dirname, '../../public/scenarios');

it('offers every sample that lies beside the app, under its own name', () => {
  const there = readdirSync(folder).map((file) => {
    const { name } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { name: string };
    return [file.replace('.json', ''), name];
  });

  expect(samples.map(([file, name]) => [file, name]).sort()).toEqual(there.sort());
});
