import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { decodeLink } from '../../src/scenario/open-link.ts';
import { crc32 } from '../../src/scenario/link/crc-32.ts';
import { parseScenario } from '../../src/scenario/parse.ts';

const root = join(import.meta.dirname, '../..');

/** The text of a released world, as the app has it beside it. */
export function loadSample(name: string): Promise<string | null> {
  const file = readdirSync(join(root, 'public/samples')).find((one) => one === `${name}.json`);
  return Promise.resolve(
    file === undefined ? null : readFileSync(join(root, 'public/samples', file), 'utf8'),
  );
}

export const readFile = (path: string): ScenarioFile => {
  const parsed = parseScenario(readFileSync(join(root, path), 'utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.problems)}`);
  return parsed.scenario;
};

/** The paths of all scenarios that the project has. */
export const scenarioPaths = ['public/scenarios', 'tests/acceptance'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => `${folder}/${file}`),
);

/** The scenario in a link, or the one sentence that says why there is none. */
export async function opened(link: string): Promise<ScenarioFile | string> {
  const result = await decodeLink(link, loadSample);
  return result.ok ? result.scenario : result.problems.map(({ message }) => message).join('\n');
}

/** A link by the description of the format alone, around any payload. */
export function sealed(payload: Uint8Array, start = '#s=1'): string {
  return start + Buffer.concat([crc32(payload), payload]).toString('base64url');
}

export const deflated = (text: string): Uint8Array =>
  deflateSync(new TextEncoder().encode(text), { level: 9 });

/** The conversation of the first sample as somebody has had it, of ten messages in all. */
export function sampleConversation(): ScenarioFile {
  const { steps, ...sample } = readFile('public/scenarios/first-visit.json');
  const opening = steps.map(({ note: _note, expect: _expect, ...step }) => step);
  return { ...sample, steps: [...opening, ...handOff] };
}

const writes = (at: string, text: string): ScenarioStep => ({
  at,
  input: { type: 'customer.writes', session: 1, text },
});
const answers = (at: string, text: string): ScenarioStep => ({
  at,
  input: { type: 'agent.writes', agent: 1, session: 1, text },
});

/** The bot greets, repeats and hands over, and the channel welcomes: with these there are ten messages. */
const handOff: readonly ScenarioStep[] = [
  writes('+4312ms', 'hi'),
  writes('+8120ms', 'human'),
  { at: '+6033ms', input: { type: 'agent.picksUp', agent: 1, session: 1 } },
  answers('+5208ms', 'Hello Ada, how can I help you?'),
  writes('+12911ms', 'My order has not arrived yet.'),
  answers('+9477ms', 'I am sorry. What is the number of your order?'),
  writes('+7302ms', 'It is 10248.'),
];

/** Letters that nothing shortens, the same each time. */
export function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 94));
  }).join('');
}
