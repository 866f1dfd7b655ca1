import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchesRegexp } from '../../../src/cli/matcher.ts';
import { readChat } from '../../../src/scenario/foreign-chat.ts';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { replay } from '../../../src/scenario/replay.ts';
import { expectable, scenarioOf } from '../../../src/scenario/scenario-of.ts';
import type { ChatChoice } from '../../../src/scenario/scenario-of.ts';
import { writeScenario } from '../../../src/scenario/write.ts';
import { writeTranscript } from '../../../src/scenario/write-transcript.ts';
import type { TranscriptFormat } from '../../../src/scenario/write-transcript.ts';
import { recorded, sample, sampleFolder } from './recorded.ts';
import { bothLanguages } from '../../bots/javascript/stage.ts';

const runScript = bothLanguages();

function taken(text: string, file: string, choice: ChatChoice) {
  const read = readChat(text, file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { chat: read.chat, ...scenarioOf(read.chat, choice, runScript) };
}

/** What does not hold when a scenario is written, read and played. */
function failuresOf(scenario: ScenarioFile) {
  const parsed = parseScenario(writeScenario(scenario));
  if (!parsed.ok) return parsed.problems;
  return replay(parsed.scenario, runScript, { matcher: matchesRegexp }).steps.flatMap(
    ({ failures }) => failures,
  );
}

const samples = readdirSync(sampleFolder).map((file) => file.replace('.json', ''));

describe('a conversation that was written, read back and played in the same world', () => {
  it.each(samples)('holds what it expects: %s', (name) => {
    const world = sample(name);
    const transcript = recorded(world);
    let expected = 0;
    for (const format of ['transcript', 'csv', 'convo.txt', 'chat'] satisfies TranscriptFormat[]) {
      for (const { session, text } of writeTranscript(transcript, format)) {
        // Chance depends on the steps before: a joke of the second session is another one when it comes first.
        if (session > 1 && name === 'joke-bot') continue;
        const read = readChat(text, `x.${format}`);
        if (!read.ok) continue; // a session in which nobody said anything
        const channel = [...replay(world, runScript).world.sessions][Math.max(0, session - 1)]?.channel ?? 0;
        const { scenario } = scenarioOf(read.chat, { world: world.world, channel }, runScript);
        expect(failuresOf(scenario)).toEqual([]);
        expected += expectable(read.chat).length;
      }
    }
    const bots = transcript.sessions.flatMap(({ turns }) =>
      turns.filter(({ role, kind }) => role === 'bot' && kind === 'message'),
    );
    expect(expected > 0).toBe(bots.length > 0);
  });
});

describe('the customer’s side of a conversation', () => {
  const { world } = sample('echobot2-forms-first');
  const convo =
    'Forms\n\n#me\nWhat does delivery cost?\n\n#me\nNo\n\n#me\nthe number 42\n\n#bot\nEcho: the number 42\n';

  it('fills in the form that is in the way, answers the FAQ, and writes', () => {
    const { scenario, left } = taken(convo, 'a.convo.txt', { world, channel: 1 });

    expect(scenario.steps.map(({ input }) => input)).toMatchObject([
      { type: 'customer.connects', channel: 1 },
      {
        type: 'customer.submitsForm',
        form: 'preChat',
        fields: { email: 'customer@example.com', name: 'Customer' },
      },
      { type: 'customer.writes', text: 'What does delivery cost?' },
      { type: 'customer.answersFaq', helpful: false },
      { type: 'customer.writes', text: 'the number 42' },
    ]);
    expect(left).toEqual([]);
  });

  it('clicks what is offered just then, and writes what is not', () => {
    const text = 'Delays\n\n#me\nWhat is the answer?\nPAUSE 20000\n\n#me\nNo\n\n#me\nYes\n';
    const withPause = text.replace('\nPAUSE 20000\n\n#me\nNo', '\n\n#me\nNo\nPAUSE 20000');
    const { scenario } = taken(withPause, 'a.convo.txt', {
      world: sample('delayed-messages').world,
      channel: 1,
    });

    expect(scenario.steps.slice(2)).toMatchObject([
      { at: '+20s', input: { type: 'customer.clicksOption', message: 4, option: 'No' } },
      { input: { type: 'customer.writes', text: 'Yes' } },
    ]);
  });

  it('keeps the times between messages, and leaves out with a reason what is not possible', () => {
    const csv = [
      'time,session,actor,role,text',
      '2020-01-01T10:00:00Z,1,Ada,customer,hi',
      '2020-01-01T10:01:30Z,1,Ada,customer,quit',
      '2020-01-01T10:00:20.500Z,2,Bob,customer,hi',
      `2020-01-01T10:02:00Z,1,Kari,agent,Bye`,
    ].join('\n');
    const { scenario, left } = taken(csv, 'a.csv', { world: sample('echobot-bot-first').world, channel: 1 });

    expect(
      scenario.steps.map(({ at, input }) => [at, input.type, 'session' in input && input.session]),
    ).toEqual([
      [undefined, 'customer.connects', false],
      [undefined, 'customer.writes', 1],
      ['+20500ms', 'customer.connects', false],
      [undefined, 'customer.writes', 2],
      ['+69500ms', 'customer.writes', 1],
    ]);
    expect(left.map(({ message }) => message)).toEqual(['What agents said is not played: 1 message.']);
  });
});

describe('what the other side said', () => {
  const world = sample('echobot-bot-first').world;
  const convo = 'E\n#me\nhi\n#bot\nEcho: hi\n#bot\n!Echo: ho\n#bot\nSomething else\n#bot\nTEXT_CONTAINS cho';
  const file = 'a.convo.txt';

  it('is expected where it is said, and last what is not', () => {
    const { scenario } = taken(convo, file, { world, channel: 1 });

    expect(scenario.steps[1]?.expect).toEqual([
      { event: 'message.saved', text: 'Echo: hi' },
      { no: { event: 'message.saved', text: { says: 'Echo: ho' } } },
      { event: 'message.saved', text: { says: 'Something else' } },
      { event: 'message.saved', text: { contains: 'cho' } },
    ]);
    expect(failuresOf(scenario)).toHaveLength(2);
  });

  it('is expected only as far as it is ticked', () => {
    const { scenario } = taken(convo, file, { world, channel: 1, expectations: new Set([1]) });

    expect(scenario.steps[1]?.expect).toEqual([
      { no: { event: 'message.saved', text: { says: 'Echo: ho' } } },
    ]);
    expect(failuresOf(scenario)).toEqual([]);
  });

  it('counts by its words: markup and ends of lines make no difference', () => {
    const greeting =
      'E\n#bot\nHi, I am Eko. I repeat what you say.\nWrite human to talk to one of us.\n#me\nhi';
    const { scenario } = taken(greeting, file, { world, channel: 1 });

    expect(scenario.steps[0]?.expect).toHaveLength(1);
    expect(failuresOf(scenario)).toEqual([]);
  });
});
