import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import { ownFields } from '../../src/scenario/event-line.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { inputs } from '../../src/scenario/schema-inputs.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/scenario-format.md'), 'utf8');

it('documents an example that plays and holds', () => {
  const example = /```json\n([^]*?)```/.exec(page)?.[1] ?? '';
  const parsed = parseScenario(example);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));

  const { steps } = replay(parsed.scenario, createRunScript(), { matcher: matchesRegexp });

  expect(steps.flatMap(({ failures }) => failures)).toEqual([]);
});

it('documents every input', () => {
  const types = inputs.options.map((option) => option.entries.type.literal);
  const undocumented = types.filter((type) => !type.startsWith('admin.') && !page.includes(`\`${type}\``));

  expect(undocumented).toEqual([]);
});

it('documents every event with its own fields', () => {
  const documented = [...page.matchAll(/^\| `([a-zA-Z]+\.[a-zA-Z]+)` +\| ((?:`\w+`(?:, )?)*) *\|$/gm)]
    .filter(([, event = '']) => event in ownFields)
    .map(([, event, fields = '']) => [event, fields.match(/\w+/g) ?? []]);

  expect(Object.fromEntries(documented)).toEqual(ownFields);
});
