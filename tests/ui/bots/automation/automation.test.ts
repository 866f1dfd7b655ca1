import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../../../src/bots/run-script.ts';
import { parseScenario } from '../../../../src/scenario/parse.ts';
import { replay } from '../../../../src/scenario/replay.ts';
import { prettyJson } from '../../../../src/ui/bots/automation/pretty-json.ts';
import { entriesOf } from '../../../../src/ui/bots/automation/entries.ts';
import { triggerRuns } from '../../../../src/ui/bots/automation/trigger-runs.ts';
import { tables } from '../../../crmscript/tables.ts';

function played(file: string) {
  const parsed = parseScenario(readFileSync(`public/scenarios/${file}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(file);
  return replay(parsed.scenario, createRunScript(tables));
}

describe('runs of triggers', () => {
  it('know what they ran on, how they ended, what they did, and what became of the message', () => {
    const { events } = played('trigger-rewrites-and-blocks');
    const runs = triggerRuns(events).map(({ start, end, message, did }) => [
      start.eventType,
      end?.type,
      message?.type,
      message?.text,
      did.map(({ type }) => type),
    ]);

    expect(runs.slice(0, 3)).toEqual([
      [402, 'script.finished', 'message.saved', 'My card is **** ****', []],
      [403, 'script.finished', undefined, undefined, ['script.printed']],
      [402, 'script.finished', 'message.blocked', 'The word is swordfish', []],
    ]);
  });
});

describe('the list of what ran and what was sent', () => {
  it('has the newest first, marks what failed, and can be that of one webhook', () => {
    const { events, world } = played('webhook-retries');
    const all = entriesOf(world, events, 'all');
    const [hook] = world.webhooks;
    const own = entriesOf(world, events, hook?.id ?? 0);

    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).toSorted((a, b) => b - a));
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((entry) => entry.kind === 'delivery' && entry.webhook === hook?.id)).toBe(true);
    for (const { bad, ...entry } of own) {
      const last = entry.kind === 'delivery' ? entry.delivery.attempts.at(-1)?.result : 200;
      expect(bad).toBe(last !== undefined && last !== 200);
    }
    expect(own.some(({ bad }) => bad)).toBe(true);
    expect(entriesOf(world, events, 'triggers')).toEqual([]);
  });
});

describe('what a webhook got', () => {
  it('shows JSON with line breaks, and what is none as it is', () => {
    expect(prettyJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(prettyJson('{"a":')).toBe('{"a":');
  });
});
