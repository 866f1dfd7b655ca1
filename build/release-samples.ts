import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleName, sampleText } from '../src/scenario/link.ts';
import { parseScenario } from '../src/scenario/parse.ts';

/*
 * `npm run samples`: puts the world of every scenario in public/scenarios into public/samples, where links find it, and
 * lists what is there for the app. It only adds: a link that was made once is opened for ever.
 */

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const scenarios = at('public/scenarios');
const samples = at('public/samples');

mkdirSync(samples, { recursive: true });
for (const file of readdirSync(scenarios)) {
  const parsed = parseScenario(readFileSync(`${scenarios}/${file}`, 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  const { world } = parsed.scenario;
  const path = `${samples}/${sampleName(world)}.json`;
  if (!existsSync(path)) writeFileSync(path, sampleText(world));
}

const names = readdirSync(samples).map((file) => file.slice(0, -'.json'.length));
writeFileSync(
  at('src/scenario/released-samples.ts'),
  `/** The worlds in public/samples: links name them in place of holding them. \`npm run samples\` writes this. */
export const releasedSamples: ReadonlySet<string> = new Set([
${names
  .sort()
  .map((name) => `  '${name}',\n`)
  .join('')}]);
`,
);
