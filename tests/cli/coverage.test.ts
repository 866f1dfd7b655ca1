import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { linesOfJson } from '../../src/cli/lines-of-json.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { helpDesk } from '../scenario/scenarios.ts';
import { cli, folderWith } from './shell.ts';

const source = `#include "answers"
String text = getEventData().getInputValue("chatMessage.message");
Integer session = getEventData().getInputValue("chatMessage.sessionId").toInteger();
if (text == "human" || text == "person") {
  resetChat(session);
  log("handed over");
} else
  addChatMessage(session, answerTo(text), 1, "Bot", 0, "");
`;
const answers = 'String answerTo(String text) {\n  return "Echo: " + text;\n}\n';

function scenario(text: string, expected = ''): ScenarioFile {
  const file = helpDesk(
    { input: { type: 'customer.connects', channel: 1 } },
    {
      input: { type: 'customer.writes', session: 1, text },
      ...(expected === '' ? {} : { expect: [{ event: 'message.saved', text: expected }] }),
    },
  );
  const folders = [
    {
      id: 1,
      name: 'Bot & Co',
      scripts: [
        { id: 1, name: 'a bot register', source: '' },
        { id: 2, name: 'a bot message received', source },
        { id: 3, name: 'library of answers', includeName: 'answers', source: answers },
      ],
    },
  ];
  const channels = (file.world.channels ?? []).map((channel) => ({
    ...channel,
    bot: { enabled: true, folder: 'Bot & Co', name: 'Bot' },
  }));
  return { ...file, world: { ...file.world, channels, folders } };
}

const hi = JSON.stringify(scenario('hi'));
const human = JSON.stringify(scenario('human'));

describe('replay --coverage', () => {
  it('tells statements, branches and lines that never ran, of scripts and of what they include', () => {
    const { out } = cli(folderWith({ 'a.json': hi }), 'replay', 'a.json', '--coverage');

    expect(out).toContain('coverage of 1 scenario: statements 71 % (5 of 7), branches 75 % (3 of 4)\n');
    expect(out).toContain(
      '  Bot & Co / a bot message received: statements 66 % (4 of 6), branches 3 of 4, never ran: lines 5-6\n',
    );
    expect(out).toContain(
      '  Bot & Co / library of answers (#include "answers"): statements 100 % (1 of 1)\n',
    );
    expect(out).toContain('  Bot & Co / a bot register: nothing in it to run\n');
  });

  it('adds up what several scenarios run, and tells of the session diagram and of settings', () => {
    const folder = folderWith({ 'a.json': hi, 'b.json': human });
    const { out } = cli(folder, 'replay', 'a.json', 'b.json', '--coverage');

    expect(out).toContain('coverage of 2 scenarios: statements 100 % (7 of 7), branches 100 % (4 of 4)\n');
    expect(out).toMatch(/ {2}session diagram: \d+ of 31 transitions\n/);
    expect(out).toContain('  never used: agent “Kari Nord”\n');
  });
});

describe('replay --lcov', () => {
  it('writes a record for each script, with its lines and the ways of its branches', () => {
    const folder = folderWith({ 'a.json': hi });
    const { code } = cli(folder, 'replay', 'a.json', '--lcov', 'out.info');

    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'out.info'), 'utf8')).toBe(`TN:
SF:Bot & Co/a bot message received.crmscript
BRDA:4,0,0,0
BRDA:4,0,1,1
BRDA:4,1,0,1
BRDA:4,1,1,1
BRF:4
BRH:3
DA:2,1
DA:3,1
DA:4,1
DA:5,0
DA:6,0
DA:8,1
LF:6
LH:4
end_of_record
TN:
SF:Bot & Co/library of answers.crmscript
DA:2,1
LF:1
LH:1
end_of_record
`);
  });

  it('says of a branch that was never reached that nobody could take it', () => {
    const never = JSON.stringify(scenario('hi')).replace('\\"human\\" || text', '\\"human\\" && text');
    const folder = folderWith({ 'a.json': never.replace('resetChat(session);', 'if (true) return;') });
    cli(folder, 'replay', 'a.json', '--lcov', 'out.info');

    expect(readFileSync(join(folder, 'out.info'), 'utf8')).toContain('BRDA:5,2,0,-\nBRDA:5,2,1,-\n');
  });

  it('names the files that --scripts has taken the texts from', () => {
    const folder = folderWith({
      'a.json': hi,
      'bots/a bot message received.crmscript': source,
      'bots/elsewhere/answers.crm': answers,
    });
    cli(folder, 'replay', 'a.json', '--scripts', 'bots', '--lcov', 'out.info');

    const files = readFileSync(join(folder, 'out.info'), 'utf8').match(/^SF:.*$/gm);
    expect(files).toEqual(['SF:bots/a bot message received.crmscript', 'SF:bots/elsewhere/answers.crm']);
  });

  it('keeps two texts of one script apart', () => {
    const other = hi.replace('handed over', 'handed on');
    const folder = folderWith({ 'a.json': hi, 'b.json': other });
    cli(folder, 'replay', 'a.json', 'b.json', '--lcov', 'out.info');

    expect(readFileSync(join(folder, 'out.info'), 'utf8').match(/^SF:.*received.*$/gm)).toEqual([
      'SF:Bot & Co/a bot message received.crmscript',
      'SF:Bot & Co/a bot message received (2).crmscript',
    ]);
  });
});

/** What Cobertura's coverage-04.dtd says of each element: what it may hold, in this order, and what it must say. */
const dtd: Readonly<Record<string, { readonly holds: RegExp; readonly says: string }>> = {
  coverage: {
    holds: /^(sources )?packages $/,
    says: 'branch-rate branches-covered branches-valid complexity line-rate lines-covered lines-valid timestamp version',
  },
  sources: { holds: /^(source )*$/, says: '' },
  source: { holds: /^$/, says: '' },
  packages: { holds: /^(package )*$/, says: '' },
  package: { holds: /^classes $/, says: 'branch-rate complexity line-rate name' },
  classes: { holds: /^(class )*$/, says: '' },
  class: { holds: /^methods lines $/, says: 'branch-rate complexity filename line-rate name' },
  methods: { holds: /^(method )*$/, says: '' },
  lines: { holds: /^(line )*$/, says: '' },
  line: { holds: /^(conditions )*$/, says: 'hits number' },
};

/** Elements that are not as the DTD says. */
function invalid(text: string): readonly string[] {
  const wrong: string[] = [];
  const open: { name: string; holds: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const said = Object.keys(attributes);
    const missing = (dtd[name]?.says ?? '').split(' ').filter((one) => one !== '' && !said.includes(one));
    if (missing.length > 0) wrong.push(`${name} does not say ${missing.join(', ')}`);
    const around = open.at(-1);
    if (around !== undefined) around.holds += `${name} `;
    open.push({ name, holds: '' });
  });
  parser.on('closetag', () => {
    const { name = '', holds = '' } = open.pop() ?? {};
    if (dtd[name]?.holds.test(holds) !== true) wrong.push(`${name} holds ${holds}`);
  });
  parser.write(text).close();
  return wrong;
}

describe('replay --cobertura', () => {
  it('writes XML that its document type allows, with the rates of lines and branches', () => {
    const folder = folderWith({ 'a.json': hi });
    cli(folder, 'replay', 'a.json', '--cobertura', 'out.xml');
    const text = readFileSync(join(folder, 'out.xml'), 'utf8');

    expect(invalid(text)).toEqual([]);
    expect(text).toContain(
      'line-rate="0.7143" branch-rate="0.7500" lines-covered="5" lines-valid="7" branches-covered="3" branches-valid="4"',
    );
    expect(text).toContain('<package name="Bot &amp; Co"');
    expect(text).toContain('<line number="4" hits="1" branch="true" condition-coverage="75% (3/4)"/>');
    expect(text).toContain('<line number="5" hits="0" branch="false"/>');
  });

  it('is told wrong by that test where an element is missing', () => {
    expect(invalid('<coverage><packages/></coverage>')).toHaveLength(1);
    expect(invalid('<classes><class name="a"><lines/></class></classes>')).toHaveLength(2);
  });
});

describe('--github', () => {
  it('of replay puts what failed beside the line of the scenario that expects it', () => {
    const text = JSON.stringify(scenario('hi', 'bye: 100 %'), null, 2);
    const folder = folderWith({ 'a.json': text });
    const { code, out } = cli(folder, 'replay', 'a.json', '--github');

    const line = text.split('\n').findIndex((one) => one.includes('"expect"')) + 2;
    expect(code).toBe(1);
    expect(out).toContain(
      `\n::error file=a.json,line=${String(line)},title=Help desk%3A step 2::Expected message.saved with text "bye: 100 %25".`,
    );
  });

  it('of replay says nothing where all holds', () => {
    expect(cli(folderWith({ 'a.json': hi }), 'replay', 'a.json', '--github').out).not.toContain('::');
  });

  it('of check puts mistakes and hints beside their places', () => {
    const folder = folderWith({ 'a,b.crmscript': 'Integer i;\nprint(j.toString());\n' });
    const { code, out } = cli(folder, 'check', 'a,b.crmscript', '--github');

    expect(code).toBe(1);
    expect(out).toMatch(/^a,b\.crmscript:2:7: error: /);
    expect(out).toMatch(/\n::error file=a%2Cb\.crmscript,line=2,col=7,title=unknown-name::/);
  });
});

describe('the lines of a JSON text', () => {
  it('are found by path, and of what is not there by what is around it', () => {
    const lineOf = linesOfJson('{\n "a": [\n  1,\n  { "b": "x]:{",\n    "c": [] }\n ],\n "d": 2\n}');

    expect(['', 'a', 'a[0]', 'a[1]', 'a[1].b', 'a[1].c', 'd'].map(lineOf)).toEqual([1, 2, 3, 4, 4, 5, 7]);
    expect(lineOf('a[1].c[3].e')).toBe(5);
    expect(lineOf('nothing')).toBe(1);
  });
});
