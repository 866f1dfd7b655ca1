import { describe, expect, it } from 'vitest';
import { expressionAt } from '../../../src/ui/editor/expression-at.ts';
import { inlineValues } from '../../../src/ui/debug-script/inline-values.ts';

const source = [
  'EventData ed = getEventData();',
  'String text = ed.getInputValue("chatMessage.message"); // text = no',
  'Integer n = 1;',
  'if (n == 1)',
  '{',
  '  n += 2;',
  '  order.state = text;',
  '}',
  'print("n = " + n.toString());',
].join('\n');

const variable = (name: string, value: string) => ({ name, value, type: 'String' });

describe('values at the ends of lines', () => {
  it('a variable stands where it was given its value last, of the lines that ran', () => {
    const values = inlineValues(
      source,
      [1, 2, 3, 4, 6, 7],
      [variable('text', '"hello"'), variable('n', '3'), variable('order', 'Order {delayed}')],
    );

    expect([...values]).toEqual([
      [2, 'text = "hello"'],
      [6, 'n = 3'],
      [7, 'order = Order {delayed}'],
    ]);
  });

  it('neither comparing nor what stands in a text or a comment counts as giving a value', () => {
    const values = inlineValues(source, [2, 3, 4, 9], [variable('n', '1'), variable('chatMessage', 'x')]);

    expect([...values]).toEqual([[3, 'n = 1']]);
  });

  it('what was given its value elsewhere, as a parameter is, stands where it is first named', () => {
    expect([...inlineValues('f(given);\ng(given);', [1, 2], [variable('given', '7')])]).toEqual([
      [1, 'given = 7'],
    ]);
  });

  it('a long value is shortened and stays in one line', () => {
    const [text] = inlineValues('a = b;', [1], [variable('a', `"${'x\n'.repeat(100)}"`)]).values();

    expect(text).toHaveLength('a = '.length + 48);
    expect(text).not.toContain('\n');
  });
});

describe('the expression under the pointer', () => {
  const line = '  if (order.lines[i].state == "order.state") order.toString(); // text';

  it('is the name there with all that it belongs to', () => {
    expect(expressionAt(line, line.indexOf('lines') + 1)?.expression).toBe('order.lines');
    expect(expressionAt(line, line.indexOf('.state') + 2)?.expression).toBe('order.lines[i].state');
    expect(expressionAt(line, line.indexOf('order'))?.expression).toBe('order');
  });

  it('is nothing in a text, a comment, a number, or at the name of what is called', () => {
    expect(expressionAt(line, line.indexOf('"order') + 3)).toBeNull();
    expect(expressionAt(line, line.indexOf('// text') + 4)).toBeNull();
    expect(expressionAt(line, line.indexOf('toString') + 2)).toBeNull();
    expect(expressionAt('x = 12;', 5)).toBeNull();
    expect(expressionAt('a().b', 4)).toBeNull();
  });
});
