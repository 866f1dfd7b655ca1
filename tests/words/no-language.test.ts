import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { CodedText } from '../../src/engine/codes.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { sentence } from '../../src/words/sentence.ts';
import { tables } from '../crmscript/tables.ts';
import { play } from '../bots/stage.ts';

const folder = join(import.meta.dirname, '../acceptance');

/** What was said in all scenarios, and in some scripts that go wrong in as many ways. */
const played = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const parsed = parseScenario(readFileSync(join(folder, file), 'utf8'));
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
    return replay(parsed.scenario, createRunScript(tables), { matcher: matchesRegexp });
  });
const gone = [
  'print(1);\nfoo();\nInteger i = "x"',
  'while (true) { }',
  'Void again() { again(); }\nagain();',
  'HTTP h; h.setOption("x", "1"); h.get("http://example.org:8080/");',
  'NSChatMessageEntity m; addChatMessage(1, "x", 1, "Eko", 17, "no options"); addChatMessage(1, "x", 1, "Eko", 40, "");',
  'sleep(90);',
  'String a = "ab"; for (Integer i = 0; i < 40; i++) a += a;',
].map((source) => play(source).events);

function saidIn(event: RecordedEvent): readonly CodedText[] {
  switch (event.type) {
    case 'hint.raised':
      return [event.hint];
    case 'script.failed':
      return [event.failure];
    case 'http.called':
      return event.failure === undefined ? [] : [event.failure];
    case 'message.blocked':
      return event.reason === undefined ? [] : [event.reason];
    default:
      return [];
  }
}

const events = [...played.flatMap((one) => one.events), ...gone.flat()];
const reasons = played.flatMap(({ steps }) => steps.flatMap(({ reason }) => reason ?? []));

/** Whose texts are people's and scripts' own. */
const texts = new Set(['text', 'thrown']);

describe('what is recorded', () => {
  it('repeats no sentence of the catalogue', () => {
    const told = events.flatMap((event) => saidIn(event).map((said) => ({ event, said })));
    const coded = told.filter(({ said }) => !texts.has(said.code));

    expect(coded.length).toBeGreaterThan(8);
    for (const { event, said } of coded) {
      expect(JSON.stringify(event)).not.toContain(JSON.stringify(sentence(said)).slice(1, -1));
    }
  });

  it('refuses in no language', () => {
    expect(reasons.length).toBeGreaterThan(10);
    for (const reason of reasons) {
      expect(texts.has(reason.code)).toBe(false);
      expect(JSON.stringify(reason)).not.toContain(JSON.stringify(sentence(reason)).slice(1, -1));
    }
  });

  it('tells everything by a code that the catalogue has', () => {
    const codes = [...events.flatMap(saidIn), ...reasons];

    expect(codes.filter((said) => sentence(said).startsWith(said.code))).toEqual([]);
  });
});
