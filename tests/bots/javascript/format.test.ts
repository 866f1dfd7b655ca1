import { describe, expect, it } from 'vitest';
import type { FormatOptions } from '../../../src/crmscript/format.ts';
import { formatJavaScript } from './help.ts';

/** A script as it comes out of the formatter, which does not refuse it. */
function formatted(source: string, options?: FormatOptions): string {
  const result = formatJavaScript(source, options);
  if (result.kind === 'refused') throw new Error(result.error.message);
  return result.edits.reduceRight(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    source,
  );
}

describe('formatting a script in JavaScript', () => {
  it('sets blanks and indents, and changes nothing that is set', () => {
    const source = 'const   a:number=1;\nif(a>1){\nconsole.log( a );\n}\n';
    const once = formatted(source);

    expect(once).toBe('const a: number = 1;\nif (a > 1) {\n  console.log(a);\n}\n');
    expect(formatJavaScript(once)).toEqual({ kind: 'edits', edits: [] });
  });

  it('takes another indent', () => {
    expect(formatted('if (a) {\nb();\n}\n', { indent: '\t' })).toBe('if (a) {\n\tb();\n}\n');
  });

  it('keeps directives, and allows what a bot may write outside of functions', () => {
    const source = '///<include includeId="lib">\n#include \'other\';\nconst a=await f();\nif(a)return;\n';

    expect(formatted(source)).toBe(
      '///<include includeId="lib">\n#include \'other\';\nconst a = await f();\nif (a) return;\n',
    );
  });

  it('keeps the line ends', () => {
    expect(formatted('if(a){b();\r\n}\r\n')).toBe('if (a) {\r\n  b();\r\n}\r\n');
  });

  it('refuses a text that cannot be read, with its first mistake', () => {
    expect(formatJavaScript('const a = 1;\nif (a {\n')).toMatchObject({
      kind: 'refused',
      error: { span: { line: 2, column: 7 } },
    });
  });

  it('refuses what is nested deeper than can be read', () => {
    expect(formatJavaScript(`${'('.repeat(5000)}1${')'.repeat(5000)}`)).toMatchObject({
      kind: 'refused',
      error: { code: 'too-deep' },
    });
  });
});
