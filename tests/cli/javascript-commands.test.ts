import { describe, expect, it } from 'vitest';
import { checkJavaScript } from '../../src/cli/check-javascript.ts';
import { cliWith, folderWith } from './shell.ts';

const check = (folder: string, ...args: readonly string[]) =>
  cliWith(
    { checkScript: (world, source, file, _, script) => checkJavaScript(world, source, file, script) },
    folder,
    'check',
    ...args,
  );

describe('check of scripts in JavaScript and TypeScript', () => {
  it('answers 0 for what is right, in each ending, with what it includes in that language beside it', () => {
    const folder = folderWith({
      'a.ts': "#include 'lib-greet.tsfso';\nconsole.log(greet('Ada'));\n",
      'b.tsfso': '///<include includeId="lib-greet">\nconsole.log(greet("Ada"));\n',
      'c.js': '///<include includeId="lib-greet">\nconsole.log(greet("Ada"));\n',
      'lib-greet.crmscript': 'not even a script',
      'lib-greet.tsfso': 'function greet(name: string) { return "Hello " + name; }\n',
      'bot.d.ts': 'declare const soApi: 1;',
    });

    expect(check(folder, 'a.ts', 'b.tsfso', 'c.js')).toEqual({ code: 0, out: '', err: '' });
  });

  it('prints errors with the file in which they stand, and warnings when they are asked for', () => {
    const folder = folderWith({
      'a.ts': "#include 'lib';\nsoApi.getNothing();\nresetChat(later());\n",
      'lib.ts': 'enum Colour { Red }\nasync function later() { return 1; }\n',
    });

    const { code, out } = check(folder, 'a.ts');
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      "a.ts:2:7: error: Property 'getNothing' does not exist on type 'SoApi'.",
      "a.ts:3:11: error: Argument of type 'Promise<number>' is not assignable to parameter of type 'number'.",
      'lib.ts:1:6: error: Types are only taken away, so an enum cannot run. Write const Colour = { … } as const; or a union of texts.',
      '',
    ]);
    expect(check(folder, 'a.ts', '--hints').out).toContain('a.ts:3:1: warning: resetChat is ours');
  });
});
