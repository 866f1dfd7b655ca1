import { describe, expect, it } from 'vitest';
import { play } from './stage.ts';

describe('executeScript', () => {
  it('runs a text with variables and gives what it prints', () => {
    const { printed } = play(
      `Map values;
       values.insert("name", "Ada");
       String text = executeScript("print('Hello ' + getVariable('name')); log('noted');", values);
       print("[" + text + "]");`,
    );

    expect(printed).toBe('noted[Hello Ada]');
  });

  it('acts on the chat, and can fail in a way that is caught', () => {
    const { printed, world } = play(
      `Map none;
       executeScript("addChatMessage(1, 'from within', 1, '', 0, '');", none);
       try { executeScript("Integer i = 1 / 0;", none); } catch { print(error); }
       try { executeScript("Integer i = nobody;", none); } catch { print("|" + error); }`,
    );

    expect(world.messages.get(2)?.text).toBe('from within');
    expect(printed).toContain('RunTimeException: Division by zero.');
    expect(printed).toContain('|CompileError: There is no variable "nobody".');
  });

  it('ends when texts run themselves without end', () => {
    const { failure } = play(
      `Map values;
       values.insert("self", "Map v; v.insert('self', getVariable('self')); executeScript(getVariable('self'), v);");
       executeScript(values.get("self"), values);`,
    );

    expect(failure).toContain('CallDepthLimit');
  });

  it('says of what a text includes that it is in another language', () => {
    const source = `Map none; try { executeScript("#include 'part';", none); } catch { print(error); }`;

    const { printed } = play(source, {
      folders: [
        {
          id: 1,
          name: 'Bot',
          scripts: [
            { id: 1, name: 'bot register', source: '' },
            { id: 2, name: 'bot message received', source },
            { id: 3, name: 'part', includeName: 'part', language: 'javascript', source: 'log(1);' },
          ],
        },
      ],
    });

    expect(printed).toContain('CompileError: The script "part" is not CRMScript.');
  });

  it('counts its statements in the same budget', () => {
    const { failure } = play('Map none; executeScript("while (true) {}", none);', {
      options: { statementBudget: 5000 },
    });

    expect(failure).toContain('StatementLimit');
  });

  it('fails where the text failed, with the script that ran it further out', () => {
    const { events } = play(
      `Void act(String text) {
         Map none;
         executeScript(text, none);
       }
       act("Integer half(Integer n) {\n  return 1 / n;\n}\nhalf(0);");`,
    );

    expect(events.find(({ type }) => type === 'script.failed')).toMatchObject({
      script: 2,
      kind: 'RunTimeException',
      file: 'executeScript',
      line: 2,
      column: 10,
      stack: [
        { name: 'half', file: 'executeScript', line: 2, column: 10 },
        { name: '(script)', file: 'executeScript', line: 4, column: 1 },
        { name: 'act', file: 'bot message received', line: 3 },
        { name: '(script)', file: 'bot message received', line: 5 },
      ],
    });
  });

  it('fails at the mistake of a text that does not compile', () => {
    const { events } = play('Map none;\nexecuteScript("log(1);\nlog(nobody);", none);');

    expect(events.find(({ type }) => type === 'script.failed')).toMatchObject({
      kind: 'CompileError',
      failure: {
        code: 'bad-arguments',
        params: {
          near: '1',
          others: [
            { code: 'unknown-name', params: { near: 'nobody' }, file: 'executeScript', line: 2, column: 5 },
          ],
          more: 0,
        },
      },
      file: 'executeScript',
      line: 1,
      column: 5,
      stack: [
        { name: '(script)', file: 'executeScript', line: 1, column: 5 },
        { name: '(script)', file: 'bot message received', line: 2, column: 1 },
      ],
    });
  });

  it('tells the whole way to whoever catches the failure', () => {
    const { printed, failure } = play(
      `Map none;
       try {
         executeScript("Map none; executeScript('\\n\\nthrow \\"deep\\";', none);", none);
       } catch { print(error + " at " + errorLocation); }`,
    );

    expect(failure).toBe('');
    expect(printed).toBe(
      'GeneralException: deep at executeScript:3 <- executeScript:1 <- bot message received:3',
    );
  });

  it('fails inside what the text includes', () => {
    const { events } = play('Map none; executeScript("#include \'part\';", none);', {
      folders: [
        {
          id: 1,
          name: 'Bot',
          scripts: [
            { id: 1, name: 'bot register', source: '' },
            {
              id: 2,
              name: 'bot message received',
              source: 'Map none; executeScript("#include \'part\';", none);',
            },
            { id: 3, name: 'a part', includeName: 'part', source: 'log("here");\nthrow "x";' },
          ],
        },
      ],
    });

    expect(events.find(({ type }) => type === 'script.failed')).toMatchObject({ file: 'part', line: 2 });
    expect(events.find(({ type }) => type === 'script.printed')?.by).toEqual({ script: 3, line: 1 });
  });

  it('stands in the log for what its text does', () => {
    const { events } = play('Map none;\nexecuteScript("\n\n\nlog(\'x\');", none);');

    expect(events.find(({ type }) => type === 'script.printed')?.by).toEqual({ script: 2, line: 2 });
  });

  it('says each hint about a text once, however often the text runs', () => {
    const { events } = play(
      'Map none; for (Integer i = 0; i < 5; i++) executeScript("parseJSON(\'{\\"a\\":[]}\').getChildren();", none);',
    );

    expect(events.filter(({ type }) => type === 'hint.raised')).toHaveLength(1);
  });

  it('does not let a script catch the end of its budget', () => {
    const { failure, printed } = play(
      'Map none; try { executeScript("while (true) {}", none); } catch { } print("after");',
      { options: { statementBudget: 5000 } },
    );

    expect(failure).toMatch(
      /^1: StatementLimit: The script ran 4,\d{3} statements without coming to an end\. It looks like an endless loop\.$/,
    );
    expect(printed).toBe('');
  });
});
