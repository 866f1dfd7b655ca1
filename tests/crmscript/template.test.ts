import { describe, expect, it } from 'vitest';
import { runSource } from './run-source.ts';

describe('a page with script in it', () => {
  it('prints what stands in the page and runs what stands in the script, as one program', () => {
    const { output, diagnostics } = runSource(
      '<ul>%EJSCRIPT_START%<% Integer i; for (i = 1; i < 3; i++) { %><li>"<% print(i.toString()); %>"</li><% } %>%EJSCRIPT_END%</ul>',
    );

    expect(diagnostics).toEqual([]);
    expect(output).toBe('<ul><li>"1"</li><li>"2"</li></ul>');
  });

  it('chooses between parts of the page', () => {
    const page = (name: string) =>
      runSource(
        `%EJSCRIPT_START%<% if ("${name}" == "Ada") { %>Hello<% } else { %>Who?<% } %>%EJSCRIPT_END%`,
      );

    expect(page('Ada').output).toBe('Hello');
    expect(page('Bob').output).toBe('Who?');
  });

  it.each(['for you', 'From {x}', '$5', '`${x}`', 'f"{x}"', '"quoted"', '(Integer) x'])(
    'prints a part of the page as it stands, whatever it begins with: %s',
    (text) => {
      const { output, diagnostics } = runSource(
        `%EJSCRIPT_START%<% print("1"); %>${text}%EJSCRIPT_END%${text}`,
      );

      expect(diagnostics).toEqual([]);
      expect(output).toBe(`1${text}${text}`);
    },
  );

  it('names the place of a mistake in the page', () => {
    const { diagnostics } = runSource('<p>\n%EJSCRIPT_START%\n<b><%\n  print(nobody);\n%></b>');

    expect(diagnostics).toMatchObject([{ severity: 'error', span: { line: 4, column: 9 } }]);
  });

  it('ends a comment with its chunk', () => {
    expect(runSource('%EJSCRIPT_START%<% // a remark %>text<% print("!"); %>').output).toBe('text!');
  });

  it('is a plain text when it has no script', () => {
    expect(runSource('%EJSCRIPT_START%just this %EJSCRIPT_END%and that').output).toBe('just this and that');
  });
});
