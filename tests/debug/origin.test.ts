import { describe, expect, it } from 'vitest';
import { originOfMessage } from '../../src/debug/origin.ts';
import { begin, withEdit } from '../../src/debug/session.ts';
import { asks, debuggeeOf, told } from './asked.ts';
import { connects } from './stage.ts';

const chain = (...of: Parameters<typeof asks>): readonly string[] => told(asks(...of));

describe('where a value comes from', () => {
  it('is the statement that put it into the variable last, and what that took it from', () => {
    const source = 'String a = "x";\nString b = "hello";\na = b + " world";\nprint(a);';
    expect(chain(source, 'a')).toEqual([
      'assigned 3: a = b + " world";',
      'assigned 2: String b = "hello"',
      'literal, 0 copies',
    ]);
  });

  it('leaves copies out, counts them, and names them', () => {
    const source = 'String a = "hello";\nString b = a;\nString c = b;\nString d = c + "!";\nprint(d);';
    const found = asks(source, 'd');
    expect(told(found)).toEqual([
      'assigned 4: String d = c + "!"',
      'assigned 1: String a = "hello"',
      'literal, 2 copies',
    ]);
    expect(found.links[1]?.copies.map(({ text, line }) => [line, text])).toEqual([
      [3, 'String c = b'],
      [2, 'String b = a'],
    ]);
  });

  it('goes through a function of the script by its return and its argument', () => {
    const source =
      'String greet(String whom) {\n  String text = "Hi " + whom;\n  return text;\n}\nString name = "Ada";\nString a = greet(name);\nprint(a);';
    expect(chain(source, 'a')).toEqual([
      'assigned 6: String a = greet(name)',
      'assigned 2: String text = "Hi " + whom',
      'assigned 5: String name = "Ada"',
      'literal, 2 copies',
    ]);
  });

  it('says of a function that it changed nothing where it gave what it was given', () => {
    const source =
      'String mask(String text) {\n  if (text == "4111") {\n    return "****";\n  }\n  return text;\n}\nString a = "ab".toUpper();\nString b = mask(a);\nprint(b);';
    const found = asks(source, 'b');
    expect(told(found)).toEqual([
      'assigned 8: String b = mask(a)',
      'unchanged 5: return text;',
      'assigned 7: String a = "ab".toUpper()',
      'literal, 1 copies',
    ]);
    expect(found.links[1]?.name).toBe('mask');
  });

  it('tells the same variable of two calls of a function apart', () => {
    const source =
      'String twice(String s, Integer n) {\n  String own = s + s;\n  if (n > 0) {\n    String inner = twice("b", n - 1);\n  }\n  print(own);\n  return own;\n}\nString r = twice("a", 1);';
    // Before `print(own)` of the outer call, the inner one has ended.
    const at = begin(debuggeeOf(source), [], 'end').trace.length - 1;
    const found = asks(source, 'own', { at });
    expect(found.links[0]).toMatchObject({ text: 'String own = s + s', value: '"aa"' });
    expect(told(found).slice(1)).toEqual(['argument 9: String r = twice("a", 1)', 'literal, 0 copies']);
  });

  it('finds what wrote a field, whichever name the object had', () => {
    const source =
      'struct Pet { String name; };\nPet a;\nPet b = a;\nb.name = "Rex";\nString n = a.name + "!";\nprint(n);';
    expect(chain(source, 'n')).toEqual([
      'assigned 5: String n = a.name + "!"',
      'assigned 4: b.name = "Rex";',
      'literal, 0 copies',
    ]);
    expect(chain(source, 'a.name')[0]).toBe('assigned 4: b.name = "Rex";');
  });

  it('finds what put an element into an array, wherever it has moved', () => {
    const source =
      'String[] list;\nlist.pushBack("one".toUpper());\nlist.pushBack("two".toUpper());\nlist.pushFront("zero".toUpper());\nlist.sort();\nString s = list[2];\nprint(s);';
    expect(chain(source, 's')).toEqual([
      'assigned 6: String s = list[2]',
      'assigned 4: list.pushFront("zero".toUpper());',
      'literal, 0 copies',
    ]);
    expect(chain(source, 'list[1]')[0]).toBe('assigned 3: list.pushBack("two".toUpper());');
  });

  it('finds what put a value under a key of a Map, and an element into a Vector', () => {
    const source =
      'Map m;\nm.insert("a", "first" + "!");\nm.insert("b", "second" + "!");\nm.insert("a", "third" + "!");\nVector v;\nv.pushBack(m.get("b"));\nv.pushBack(m.get("a"));\nv.removeAt(0);\nString s = v.get(0);\nprint(s);';
    expect(chain(source, 's')).toEqual([
      'assigned 9: String s = v.get(0)',
      'assigned 4: m.insert("a", "third" + "!");',
      'literal, 1 copies',
    ]);
  });

  it('follows the elements that a foreach goes through', () => {
    const source =
      'String[] list;\nlist.pushBack("a" + "1");\nlist.pushBack("b" + "2");\nString last;\nforeach (String one in list) {\n  last = one + ".";\n}\nprint(last);';
    expect(chain(source, 'last')).toEqual([
      'assigned 6: last = one + ".";',
      'assigned 3: list.pushBack("b" + "2");',
      'literal, 1 copies',
    ]);
  });

  it('takes the turns of a loop that add to a value together', () => {
    const source =
      'String line = "-";\nfor (Integer i = 0; i < 5; i++) {\n  line = line + "-";\n}\nprint(line);';
    expect(chain(source, 'line')).toEqual([
      'assigned 3: line = line + "-"; x5',
      'assigned 1: String line = "-"',
      'literal, 0 copies',
    ]);
  });

  it('prefers the text that is in the result, offers the others, and follows the one that is picked', () => {
    const source =
      'String name = "Adalbert".toUpper();\nString day = "Mon".toUpper();\nString s = name + ", " + day;\nprint(s);';
    const found = asks(source, 's');
    expect(told(found).slice(1)).toEqual([
      'assigned 1: String name = "Adalbert".toUpper()',
      'literal, 0 copies',
    ]);
    const other = found.links[0]?.others[0];
    expect(other).toMatchObject({ name: 'day', value: '"MON"' });
    const picked = asks(source, 's', { picks: other === undefined ? [] : [other.pick] });
    expect(told(picked).slice(1)).toEqual(['assigned 2: String day = "Mon".toUpper()', 'literal, 0 copies']);
    expect(picked.links[0]?.others).toMatchObject([{ name: 'name' }]);
  });

  it('does not guess which of several numbers a result comes of: it offers them', () => {
    const found = asks(
      'Integer price = 12 + 1;\nInteger n = 2 + 1;\nInteger total = price * n;\nprint("");',
      'total',
    );
    expect(told(found)).toEqual(['assigned 3: Integer total = price * n', 'several, 0 copies']);
    expect(found.links[0]?.others.map(({ name, value }) => [name, value])).toEqual([
      ['price', '13'],
      ['n', '3'],
    ]);
  });

  it('names what a part of JSON was read from, and by which functions', () => {
    const source =
      'String json = "{\\"order\\":" + "{\\"state\\":\\"late\\"}}";\nXMLNode root = parseJSON(json);\nString state = root.getValueFromPath("order.state");\nprint(state);';
    const found = asks(source, 'state');
    expect(told(found)).toEqual([
      'assigned 3: String state = root.getValueFromPath("order.state")',
      'assigned 2: XMLNode root = parseJSON(json)',
      'assigned 1: String json = "{\\"order\\":" + "{\\"state\\":\\"late\\"}}"',
      'literal, 0 copies',
    ]);
    expect(found.links[1]?.through).toEqual(['parseJSON']);
  });

  it('names the time, chance and rows of tables as such', () => {
    expect(chain('String now = getCurrentDateTime().toString();\nprint(now);', 'now').at(-1)).toBe(
      'time, 0 copies',
    );
    expect(chain('Integer n = rand(1, 5);\nprint("");', 'n').at(-1)).toBe('chance, 0 copies');
    const search =
      'SearchEngine se;\nse.addField("animal.name");\nString n;\nfor (se.execute(); !se.eof(); se.next()) {\n  n = se.getField(0) + "s";\n}\nprint(n);';
    expect(chain(search, 'n')).toEqual([
      'assigned 5: n = se.getField(0) + "s";',
      'row 5: {"table":"animal","row":2,"column":"name"}',
      'row, 0 copies',
    ]);
  });

  it('says that a declaration left a variable as it begins', () => {
    expect(chain('Integer n;\nprint("");', 'n')).toEqual(['assigned 1: Integer n', 'unset, 0 copies']);
  });

  it('leads from what was caught to what was thrown', () => {
    const source =
      'String why = "no " + "luck";\nString s;\ntry {\n  throw why + "!";\n}\ncatch {\n  s = error + ".";\n}\nprint(s);';
    expect(chain(source, 's')[0]).toBe('assigned 7: s = error + ".";');
    expect(chain(source, 's')).toContain('assigned 1: String why = "no " + "luck"');
  });

  it('says what was changed by hand, and where', () => {
    const source = 'String a = "x";\nString b = a + "!";\nprint(b);';
    const debuggee = debuggeeOf(source);
    const session = withEdit(debuggee, begin(debuggee, [], 2), { frame: 0, variable: 'a', value: '"y"' });
    const found = asks(source, 'b', { more: { edits: session.hand.edits } });
    expect(told(found)).toEqual([
      'assigned 2: String b = a + "!"',
      'byHand 2: String b = a + "!"',
      'byHand, 0 copies',
    ]);
    expect(found.links[1]).toMatchObject({ name: 'a', value: '"y"' });
  });

  it('tells why an expression cannot be asked of', () => {
    expect(() => asks('Integer n = 1;\nprint("");', 'm')).toThrow('unknown');
    expect(() => asks('Integer n = 1;\nprint("");', 'n = 2')).toThrow('would-change');
  });
});

describe('where a value comes from that came over the border of a script', () => {
  const guard = { id: 3, name: 'guard' };

  it('is what the call was given that had a trigger run', () => {
    const found = asks(
      'String text = "Hello " + "you";\naddChatMessage(1, text, 1, "Echo", 0, "");',
      'said',
      {
        scripts: [
          {
            ...guard,
            source: 'String said = getEventData().getInputValue("chatMessage.message");\nprint(said);',
          },
        ],
        triggers: [{ id: 1, event: 402, script: 3 }],
      },
    );
    expect(told(found)).toEqual([
      'assigned 1: String said = getEventData().getInputValue("chatMessage.message")',
      'assigned 1: String text = "Hello " + "you"',
      'literal, 0 copies',
    ]);
    expect(found.links.map(({ script }) => script)).toEqual([3, 2]);
  });

  it('is what a trigger put in its place, where the message that was saved is asked of', () => {
    const source = 'addChatMessage(1, "4111", 1, "Echo", 0, "");';
    const debuggee = debuggeeOf(source, {
      scripts: [
        {
          ...guard,
          source:
            'EventData ed = getEventData();\nString clean = "*" + "***";\ned.setOutputValue("chatMessage.message", clean);',
        },
      ],
      triggers: [{ id: 1, event: 402, script: 3 }],
    });
    const { outcome } = begin(debuggee, [], 'end');
    const saved = outcome.events.find((event) => event.type === 'message.saved' && event.text === '****');
    const found = originOfMessage(debuggee, connects, saved?.seq ?? 0);
    expect('problem' in found ? found : told(found)).toEqual([
      'assigned 3: ed.setOutputValue("chatMessage.message", clean);',
      'assigned 2: String clean = "*" + "***"',
      'literal, 0 copies',
    ]);
  });

  it('is not what merely has the same value under another name', () => {
    const found = asks('Integer one = 0 + 1;\naddChatMessage(one, "x", one, "Echo", 0, "");', 'status', {
      scripts: [
        {
          ...guard,
          source: 'String status = getEventData().getInputValue("chatSession.topicId");\nprint(status);',
        },
      ],
      triggers: [{ id: 1, event: 403, script: 3 }],
    });
    expect(told(found).at(-1)).toBe('input, 0 copies');
  });

  it('is the word of the customer with which the step began', () => {
    const found = asks(
      'String name = getEventData().getInputValue("chatSession.customerAlias");\nString hi = "Hi " + name;\nprint(hi);',
      'hi',
      {
        input: { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } },
      },
    );
    expect(told(found)).toEqual([
      'assigned 2: String hi = "Hi " + name',
      'word 1: {"by":"customer","session":0,"text":"Ada"}',
      'word, 1 copies',
    ]);
  });

  it('is what another script left in a variable of the world, in the same step', () => {
    const found = asks(
      'setGlobalVariable("mood", "very " + "good");\naddChatMessage(1, "x", 1, "Echo", 0, "");',
      'mood',
      {
        scripts: [{ ...guard, source: 'String mood = getGlobalVariable("mood");\nprint(mood);' }],
        triggers: [{ id: 1, event: 403, script: 3 }],
      },
    );
    expect(told(found)).toEqual([
      'assigned 1: String mood = getGlobalVariable("mood")',
      'assigned 1: setGlobalVariable("mood", "very " + "good");',
      'literal, 0 copies',
    ]);
  });

  it('is a variable of the world, where no script of the step has set it', () => {
    const found = asks('String mood = getGlobalVariable("mood") + "?";\nprint(mood);', 'mood');
    expect(told(found).at(-2)).toBe('variable 1: {"scope":"global","name":"mood"}');
  });

  it('is the answer of a call of the network, and what that was asked with', () => {
    const source =
      'String alias = getEventData().getInputValue("chatSession.customerAlias");\nHTTP http;\nString url = "https://shop.test/orders/" + alias;\nString body = String(http.get(url));\nString state = body.after("is ");\nprint(state);';
    const found = asks(source, 'state', {
      input: { type: 'customer.connects', channel: 1, customer: { alias: '1042' } },
      more: {
        answers: [
          { method: 'GET', url: 'https://shop.test/orders/1042', status: 200, body: 'It is delayed' },
        ],
      },
    });
    expect(told(found)).toEqual([
      'assigned 5: String state = body.after("is ")',
      'assigned 4: String body = String(http.get(url))',
      'http 4: {"method":"GET","url":"https://shop.test/orders/1042","answeredBy":"recorded"}',
      'assigned (asked) 3: String url = "https://shop.test/orders/" + alias',
      'word 1: {"by":"customer","session":0,"text":"1042"}',
      'word, 1 copies',
    ]);
  });
});
