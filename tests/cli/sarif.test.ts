import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from './shell.ts';

type Region = {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly charOffset?: number;
  readonly charLength?: number;
};
type Artifact = { readonly uri: string };
type Result = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: { readonly artifactLocation: Artifact; readonly region: Region };
      readonly logicalLocations?: readonly { readonly name: string }[];
    },
  ];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly artifactLocation: Artifact;
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent?: { readonly text: string };
      }[];
    }[];
  }[];
};
type Rule = Readonly<Record<'shortDescription' | 'fullDescription' | 'help', { readonly text: string }>> & {
  readonly id: string;
  readonly defaultConfiguration: { readonly level: string };
};
type Log = {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Rule[] } };
      readonly columnKind: string;
      readonly results: readonly Result[];
    },
  ];
};

function check(folder: string, ...args: readonly string[]) {
  const called = cli(folder, 'check', ...args, '--sarif', 'out.sarif');
  const log = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')) as Log;
  const [run] = log.runs;
  return { ...called, log, run, results: run.results };
}

const regionOf = ({ locations }: Result): Region => locations[0].physicalLocation.region;
const addressOf = ({ locations }: Result): string => locations[0].physicalLocation.artifactLocation.uri;
const fingerprintsOf = (results: readonly Result[]): readonly string[] =>
  results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);

/** A script with a warning in it that is no error, and others of each severity. */
const mixed = 'Integer i = 5\nif (i = 3) { print("x"); }\nprint(foo);\n';

describe('check --sarif', () => {
  it('writes what the schema requires of a log, a run, a rule and a result', () => {
    const { log, run, results } = check(folderWith({ 'a.crmscript': mixed }), 'a.crmscript', '--hints');

    expect(log).toMatchObject({
      version: '2.1.0',
      $schema: expect.stringContaining('sarif-2.1.0') as string,
    });
    expect(run.tool.driver.name).toBe('Rehearsal');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(results.length).toBeGreaterThan(1);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).not.toBe('');
      expect(locations).toHaveLength(1);
    }
    for (const { shortDescription, fullDescription, help, defaultConfiguration } of run.tool.driver.rules) {
      expect([shortDescription.text, fullDescription.text, help.text]).not.toContain('');
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration.level);
    }
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what it prints, and exits as it does without', () => {
    const folder = folderWith({ 'a.crmscript': mixed });

    const { code, out, results } = check(folder, 'a.crmscript');

    expect({ code, out }).toEqual({
      code: 1,
      out: results
        .map((result) => {
          const { startLine, startColumn } = regionOf(result);
          return `a.crmscript:${String(startLine)}:${String(startColumn)}: ${result.level}: ${result.message.text}\n`;
        })
        .join(''),
    });
  });

  it('writes a log without results where nothing is wrong, so that what was mended is closed', () => {
    const { code, results, run } = check(folderWith({ 'a.crmscript': 'print("1");\n' }), 'a.crmscript');

    expect({ code, results, rules: run.tool.driver.rules }).toEqual({ code: 0, results: [], rules: [] });
  });

  it('counts columns in UTF-16 code units, whatever ends a line', () => {
    const text = 'print("😀"); print(one);\r\nprint("é");\rprint("😀" + two);\n';

    const { results } = check(folderWith({ 'a.crmscript': text }), 'a.crmscript');

    expect(results.map(regionOf)).toEqual(
      ['one', 'two'].map((name) => ({
        startLine: name === 'one' ? 1 : 3,
        startColumn: name === 'one' ? 20 : 14,
        endLine: name === 'one' ? 1 : 3,
        endColumn: name === 'one' ? 23 : 17,
        charOffset: text.indexOf(name),
        charLength: 3,
      })),
    );
  });

  it('has fixes as replacements that mend the file', () => {
    const text = 'Integer i = 5\nprint(i);\n';
    const folder = folderWith({ 'a.crmscript': text });

    const [result] = check(folder, 'a.crmscript').results;
    const [change] = result?.fixes?.[0]?.artifactChanges ?? [];
    const [replacement] = change?.replacements ?? [];
    const { charOffset = 0, charLength = 0 } = replacement?.deletedRegion ?? {};
    const mended =
      text.slice(0, charOffset) +
      (replacement?.insertedContent?.text ?? '') +
      text.slice(charOffset + charLength);

    expect(change?.artifactLocation.uri).toBe('a.crmscript');
    expect(mended).toBe('Integer i = 5;\nprint(i);\n');
  });

  it('names files by addresses that count from where one stands, and others by their whole ones', () => {
    const folder = folderWith({
      'my bots/a#1.crmscript': 'print(foo);\n',
      'work/b.crmscript': 'print(foo);\n',
    });

    expect(check(folder, 'my bots/a#1.crmscript').results.map(addressOf)).toEqual([
      'my%20bots/a%231.crmscript',
    ]);
    const [outside = ''] = check(join(folder, 'work'), '../my bots/a#1.crmscript').results.map(addressOf);
    expect(fileURLToPath(outside)).toBe(join(folder, 'my bots/a#1.crmscript'));
    expect(outside).toBe(pathToFileURL(join(folder, 'my bots/a#1.crmscript')).href);
  });

  it('knows a finding again when lines were added above it and its own was indented, and tells equal lines apart', () => {
    const before = check(folderWith({ 'a.crmscript': 'Bool b;\nb = "x";\nb = "x";\n' }), 'a.crmscript');
    const after = check(
      folderWith({ 'a.crmscript': '// New.\n\nBool b;\nif (true) {\n  b = "x";\n}\nb = "x";\n' }),
      'a.crmscript',
    );

    expect(fingerprintsOf(after.results)).toEqual(fingerprintsOf(before.results));
    expect(new Set(fingerprintsOf(before.results)).size).toBe(2);
  });

  it('places what is wrong in an included script there, once', () => {
    const folder = folderWith({
      'a.crmscript': '#include "lib";\nprint(greet());\n',
      'b.crmscript': '#include "lib";\nprint(greet());\n',
      'lib.crmscript': 'String greet() { return foo; }\n',
    });

    expect(check(folder, 'a.crmscript', 'b.crmscript').results.map(addressOf)).toEqual(['lib.crmscript']);
  });

  it('places a script of a scenario at its line there, and offers no change of it', () => {
    const scripts = [{ id: 1, name: 'one', source: '\nInteger i = 5\n' }];
    const world = { startsAt: '2026-03-02T09:00:00Z', folders: [{ id: 1, name: 'Bot', scripts }] };
    const text = JSON.stringify(
      { format: 'rehearsal-scenario', version: 1, name: 'Bot', world, steps: [] },
      null,
      2,
    );
    const line = text.split('\n').findIndex((one) => one.includes('"source"')) + 1;

    const [result, ...others] = check(folderWith({ 'bot.json': text }), 'bot.json').results;

    expect(others).toEqual([]);
    expect(result).toMatchObject({
      ruleId: 'missing-semicolon',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'bot.json' }, region: { startLine: line } },
          logicalLocations: [{ name: 'one' }],
        },
      ],
    });
    expect(result?.fixes).toBeUndefined();
  });

  it('says why the log cannot be written', () => {
    const folder = folderWith({ 'a.crmscript': 'print(1);\n' });

    const { code, err } = cli(folder, 'check', 'a.crmscript', '--sarif', 'nowhere/out.sarif');

    expect(code).toBe(2);
    expect(err).toMatch(/^nowhere\/out\.sarif cannot be written: /);
  });
});
