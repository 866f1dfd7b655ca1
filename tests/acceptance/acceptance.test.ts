import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';

/*
 * The 97 acceptance tests of the chat domain (chat-domain §14). Each file beside this one is a scenario
 * that plays one or a few of them and says which in its name: `T-19`.
 */

const folder = import.meta.dirname;

/** Told by a screen or below the scenario, and tested there (rulings 32). */
const elsewhere: Readonly<Record<string, string>> = {
  8: 'tests/engine/availability.test.ts',
  55: 'tests/browser/agents.test.ts',
  56: 'tests/browser/agents.test.ts',
  74: 'tests/engine/registration.test.ts',
  88: 'tests/engine/webhooks.test.ts',
  93: 'tests/browser/widget.test.ts',
  96: 'tests/browser/widget.test.ts',
  97: 'tests/browser/widget.test.ts',
};

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const scenarios = files.map((name) => {
  const parsed = parseScenario(readFileSync(join(folder, name), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  return parsed.scenario;
});
const covered = new Set(
  scenarios.flatMap(({ name }) => [...name.matchAll(/T-(\d+)/g)].map(([, number]) => Number(number))),
);

describe('chat-domain §14', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    const { steps } = replay(scenario, createRunScript(), { matcher: matchesRegexp });

    expect(steps.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('is covered, all 97 of it', () => {
    const numbers = Array.from({ length: 97 }, (_, index) => index + 1);

    expect(numbers.filter((number) => !covered.has(number) && !(String(number) in elsewhere))).toEqual([]);
  });

  it.each(Object.entries(elsewhere))('T-%s is named in %s', (number, place) => {
    const text = readFileSync(join(folder, '../..', place), 'utf8');

    expect(text).toMatch(new RegExp(`\\bT-?${number}\\b`));
  });

  it('names no place elsewhere for a number that is tested here', () => {
    expect(Object.keys(elsewhere).filter((number) => covered.has(Number(number)))).toEqual([]);
  });
});
