import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figures.ts';

const path = fileURLToPath(new URL('baseline.json', import.meta.url));

export type Entry = {
  readonly ratio: number;
  /** How many times the ratio a run may show before it counts as slower. */
  readonly tolerance: number;
};
export type Baseline = Readonly<Record<string, Entry>>;

export type Verdict = 'slower' | 'faster' | 'same' | 'new' | 'none';

export async function readBaseline(): Promise<Baseline> {
  return JSON.parse(await readFile(path, 'utf8')) as Baseline;
}

/** Keeps the ratios of this run, with the tolerances as they are. */
export async function writeBaseline(figures: readonly Figure[], former: Baseline): Promise<void> {
  const entries = figures.flatMap(({ id, ratio }) =>
    ratio === null
      ? []
      : [[id, { ratio: Number(ratio.toPrecision(3)), tolerance: former[id]?.tolerance ?? 1.5 }] as const],
  );
  await writeFile(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

export function judge({ id, ratio }: Figure, baseline: Baseline): Verdict {
  if (ratio === null) return 'none';
  const entry = baseline[id];
  if (entry === undefined) return 'new';
  if (ratio > entry.ratio * entry.tolerance) return 'slower';
  return ratio < entry.ratio / entry.tolerance ? 'faster' : 'same';
}
