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
    expect(printed).toContain('|CompileError: executeScript: 1:13 There is no variable "nobody".');
  });

  it('ends when texts run themselves without end', () => {
    const { failure } = play(
      `Map values;
       values.insert("self", "Map v; v.insert('self', getVariable('self')); executeScript(getVariable('self'), v);");
       executeScript(values.get("self"), values);`,
    );

    expect(failure).toContain('CallDepthLimit');
  });

  it('counts its statements in the same budget', () => {
    const { failure } = play('Map none; executeScript("while (true) {}", none);', {
      options: { statementBudget: 5000 },
    });

    expect(failure).toContain('StatementLimit');
  });
});
