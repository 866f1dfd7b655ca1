import { expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { step } from '../../src/engine/step.ts';

const source = `print(getCgiVariable("id") + getCgiVariables().size().toString() + getCgiVariableArray("id").length().toString());
print("|" + getCgiContent() + cgiWasPost().toString() + getCgiUrl());
print("|" + getHttpHeader("accept") + getParserVariable("name") + getParser().parseString("[[name]]"));
print("|" + getCgiVariable("none").isNull().toString());`;

function run(inputValues: Readonly<Record<string, string>>): string {
  const world = createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    folders: [{ name: 'Tools', scripts: [{ id: 7, name: 'page', source }] }],
  });
  const input = { type: 'admin.runsScript', script: 7, inputValues } as const;
  const { events } = step(world, { step: 1, input }, createRunScript()) as {
    events: readonly { readonly type: string; readonly text?: string }[];
  };
  return events.map((event) => (event.type === 'script.printed' ? event.text : '')).join('');
}

it('reads the request of a run by hand from its input values', () => {
  const printed = run({
    'cgi.id': '4',
    'cgi.action': 'show',
    cgiContent: '{}',
    cgiUrl: 'https://a.test',
    'header.Accept': 'text/html',
    'parser.name': 'Ada',
  });

  expect(printed).toBe('421|{}truehttps://a.test|text/htmlAdaAda|true');
});

it('has no request where none is given', () => {
  expect(run({})).toBe('00|false|[[name]]|true');
});
