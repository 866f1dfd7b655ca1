import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { libraryWith } from '../../src/bots/bot-library.ts';
import {
  complete,
  definition,
  hover,
  signatureHelp,
  type Completion,
  type EditedScript,
} from '../../src/crmscript/complete.ts';
import { tables } from './tables.ts';

/* A `|` is where the cursor stands. */

const parts: Readonly<Record<string, string>> = {
  tools: '// Says hello.\nString greet(String name) { return "Hi " + name; }\nInteger answers = 42;\n',
};

function edited(marked: string): { readonly script: EditedScript; readonly offset: number } {
  const offset = marked.indexOf('|');
  const script: EditedScript = {
    source: marked.slice(0, offset) + marked.slice(offset + 1),
    file: 'main',
    library: libraryWith(tables),
    includes: (id) => {
      const source = parts[id];
      return source === undefined ? undefined : { file: id, source };
    },
    includeNames: ['tools', 'other'],
    reference: {
      entry: () => undefined,
      argument: ({ name }) =>
        name === 'getInputValue'
          ? { title: 'Input', choices: [{ text: 'chatSession.id' }, { text: 'action', detail: 'register' }] }
          : undefined,
      result: () => undefined,
      member: () => undefined,
    },
  };
  return { script, offset };
}

const itemsAt = (marked: string): readonly Completion[] => {
  const { script, offset } = edited(marked);
  return complete(script, offset)?.items ?? [];
};
const labelsAt = (marked: string): readonly string[] => itemsAt(marked).map(({ label }) => label);
const itemAt = (marked: string, label: string): Completion | undefined =>
  itemsAt(marked).find((item) => item.label === label);

const person =
  'struct Person { String name; Integer[] ages; Person2 other; Integer size() { return 1; } };\n';
const person2 = 'struct Person2 { String street; };\n';

/** As editors show them that go by the distance; others leave them as they come. */
const byDistance = (items: readonly Completion[]): readonly Completion[] =>
  items.toSorted((a, b) => a.distance - b.distance);

describe('what gives the type that is wanted comes first', () => {
  const names = 'Integer number; String text; Bool flag; String[] texts;\nString word() { return ""; }\n';

  it.each([
    ['where a variable is declared', 'String s = |;', ['text', 'word'], 'String'],
    ['where an array is declared', 'String[] s = |;', ['texts'], 'String[]'],
    ['where a variable is assigned to', 'text = |;', ['text', 'word'], 'String'],
    ['where something is added to a variable', 'number += |;', ['number'], 'Integer'],
    ['where a condition begins', 'if (|)', ['flag'], 'Bool'],
    ['in a loop', 'while (flag && !|)', ['flag'], 'Bool'],
    ['in a comparison', 'if (number == |)', ['number'], 'Integer'],
    ['in an argument', 'String f(Integer a, String b) { return b; }\nf(1, |', ['text'], 'String'],
    ['in an argument of the library', 'text.find(|', ['text', 'word'], 'String'],
    ['where the condition of a for stands', 'for (Integer i = 0; |;)', ['flag'], 'Bool'],
    ['in that of a for without a beginning', 'for (; |', ['flag'], 'Bool'],
    ['behind return', 'Bool f() { return | }', ['flag'], 'Bool'],
    ['behind throw', 'throw |;', ['text', 'word'], 'String'],
    ['in a loop over elements', 'foreach (String one in |)', ['texts'], 'String[]'],
    ['behind a point', 'Integer n = text.|;', ['getLength', 'find'], 'Integer'],
    ['half a name in', 'Integer n = text.get|Length();', ['getLength', 'find'], 'Integer'],
  ])('%s', (_, marked, first, type) => {
    const asTheyCome = itemsAt(names + marked);
    const items = byDistance(asTheyCome);
    const gives = ({ kind, label, detail = '' }: Completion) =>
      kind === 'keyword'
        ? type === 'Bool' && label !== 'this'
        : new RegExp(`(^|[|] )${type.replaceAll(/[[\]]/g, '\\$&')}( |$)`).test(detail);
    const fits = (item: Completion) => gives(item) && item.kind !== 'type' && item.kind !== 'member';
    const fitting = items.filter(fits);

    expect(asTheyCome.slice(0, fitting.length)).toEqual(asTheyCome.filter(fits));
    expect(items.slice(0, fitting.length)).toEqual(fitting);
    expect(items.slice(0, fitting.length).map(({ label }) => label)).toEqual(expect.arrayContaining(first));
    expect(Math.max(...fitting.map(({ distance }) => distance))).toBeLessThan(
      Math.min(...items.filter((item) => !fits(item)).map(({ distance }) => distance)),
    );
  });

  it.each([
    ['where a statement begins', '|'],
    ['where any type will do', 'String s = text + |;'],
    ['of a name that nobody knows', 'nobody = |;'],
    ['behind return where nothing is returned', 'Void f() { return | }'],
    ['where the step of a for stands', 'for (; flag; |)'],
  ])('and where none is known the nearest does: %s', (_, marked) => {
    const distances = itemsAt(names + marked).map(({ distance }) => distance);

    expect(Math.min(...distances)).toBe(1);
  });

  it('behind the values that are known to stand there', () => {
    const items = itemsAt('EventData ed = getEventData();\nString text;\ned.getInputValue(|');

    for (const [first, second, third] of [items, byDistance(items)]) {
      expect([first?.label, second?.label, third?.label]).toEqual(['chatSession.id', 'action', 'text']);
    }
  });

  it('with "this" where its struct is wanted', () => {
    const items = itemsAt('struct Node { Node next; Void close() { Node last = | } };');

    expect(
      byDistance(items)
        .slice(0, 2)
        .map(({ label }) => label),
    ).toEqual(['this', 'next']);
  });

  it('with what a widening makes of it', () => {
    expect(labelsAt('String s;\nInteger whole;\nFloat f = |;')[0]).toBe('whole');
  });
});

describe('after a point stand the members of', () => {
  it.each([
    ['a variable', 'String s;\ns.|', ['toUpper', 'getLength'], ['getInputValue']],
    [
      'a variable whose statement goes on',
      'Map m;\nif (m.| == 3) { m.clear(); }',
      ['exists', 'get'],
      ['toUpper'],
    ],
    ['a variable, half a name in', 'Map m;\nm.exi|sts("a");', ['exists'], []],
    [
      'a chain of calls',
      'EventData ed = getEventData();\ned.getInputValue("x").|',
      ['toInteger'],
      ['getInputValue'],
    ],
    ['a call whose arguments are missing', 'String s;\ns.subString().|', ['getLength'], []],
    ['a function', 'getEventData().|', ['getInputValue'], []],
    ['a function of the script', 'Map make() { Map m; return m; }\nmake().|', ['exists'], []],
    ['a constructed value', 'DateTime(2020,1,1,0,0,0).|', ['addDay'], []],
    ['a text', '"abc".|', ['toUpper'], []],
    ['an array', 'String[] list;\nlist.|', ['pushBack', 'length'], ['toUpper']],
    ['an element', 'String[] list;\nlist[list.length() - 1].|', ['toUpper'], ['pushBack']],
    ['an element of an element', 'Integer[][] grid;\ngrid[0][1].|', ['toString'], ['pushBack']],
    ['a struct', `${person2}${person}Person p;\np.|`, ['name', 'ages', 'size', 'other'], []],
    ['a field', `${person2}${person}Person p;\np.ages.|`, ['pushBack'], ['name']],
    ['a field of a field', `${person2}${person}Person p;\np.other.street.|`, ['toUpper'], []],
    ['this', 'struct A { String name; Void m() { this.| } };', ['name', 'm'], []],
    ['a field of this', 'struct A { String name; Void m() { this.name.| } };', ['toUpper'], []],
    ['a parameter', 'Void f(Vector v) { v.| }', ['pushBack'], []],
    ['the variable of a foreach', 'String[] list;\nforeach (String one in list) { one.| }', ['toUpper'], []],
    ['a class of the tables', 'NSContactAgent a;\na.|', ['CreateDefaultContactEntity'], []],
    ['what an agent gives', 'NSContactAgent a;\na.CreateDefaultContactEntity().|', ['GetName'], []],
    ['an enumeration', 'Integer i = NSUDefType.|', ['Contact', 'Person'], []],
    ['an enumeration, half a name in', 'Integer i = NSChatSessionStatus.InQ|;', ['InQueue'], []],
    ['a shadowing variable', 'Map x;\nVoid f() { String x; x.| }', ['toUpper'], ['exists']],
    ['a variable of an include', '#include "tools";\nanswers.|', ['toString'], []],
    ['an argument of a call with no end', 'String s;\nprint(s.|\nInteger b = 2;', ['toUpper'], []],
    ['an argument after another', 'String s;\nprint("a", s.|', ['toUpper'], []],
    ['an operand', 'String s;\nInteger n = 1 + s.|', ['getLength'], []],
    ['a condition with no end', 'String s;\nwhile (s.|', ['getLength'], []],
    ['a condition of a foreign operator', 'String s;\nInteger n = true ? s.|', ['getLength'], []],
    ['a variable on the line above', 'String s;\ns\n  .|', ['getLength'], []],
    ['a variable above another statement', 'String s;\nMap m;\ns.|\nm.clear();', ['getLength'], ['exists']],
    ['a variable in a for head', 'String[] l;\nfor (Integer i = 0; i < l.|; i++) {}', ['length'], []],
    [
      'a variable in a function without an end',
      'Void f() {\n  String s;\n  if (true) {\n    s.|',
      ['getLength'],
      [],
    ],
    ['a variable of a page', '%EJSCRIPT_START%<% String s; s.| %>%EJSCRIPT_END%', ['getLength'], []],
    ['a return', 'String f(String s) { return s.| }', ['getLength'], []],
    ['a grouped sum', 'String s;\nprint((s + "a").|);', ['getLength'], []],
  ])('%s', (_, marked, present, absent) => {
    const labels = labelsAt(marked);

    expect(labels).toEqual(expect.arrayContaining(present));
    expect(labels.filter((label) => absent.includes(label))).toEqual([]);
  });

  it('nothing, where there is no value', () => {
    expect(labelsAt('Void f() {}\nf().|')).toEqual([]);
    expect(labelsAt('nobody.|')).toEqual([]);
  });

  it('with what they return, their overloads and remarks', () => {
    const append = itemAt('String s;\ns.|', 'append');

    expect(append).toMatchObject({ kind: 'method', detail: 'Void +1', call: 'arguments' });
    expect(append?.about?.map(({ signature }) => signature)).toEqual([
      'Void String.append(String value)',
      'Void String.append(Byte character)',
    ]);
    expect(itemAt('String s;\ns.|', 'toUpper')).toMatchObject({ detail: 'String', call: 'empty' });
    expect(itemAt('NSContactAgent a;\na.|', 'GetContactEntity')?.about?.[0]?.notes).toEqual([
      expect.objectContaining({ kind: 'offline' }),
    ]);
    expect(itemAt('String[] l;\nl.|', 'pushBack')?.about?.[0]?.signature).toContain('String value');
  });
});

describe('where a name begins', () => {
  it.each([
    ['variables above, none below', 'Integer before;\n|\nInteger after;', ['before'], ['after']],
    [
      'variables of the blocks around',
      'Void f(Integer p) { Integer a; { Integer b; | } }',
      ['p', 'a', 'b'],
      [],
    ],
    ['no variables of other blocks', 'Void f() { { Integer b; } | }', ['f'], ['b']],
    ['no variables of other functions', 'Void g() { Integer inner; }\nVoid f() { | }', ['g'], ['inner']],
    ['not the variable that is being declared', 'Integer fresh = |;', ['getEventData'], ['fresh']],
    [
      'globals, functions and structs',
      `${person2}Integer total;\nVoid f() { t| }`,
      ['total', 'Person2', 'f'],
      [],
    ],
    ['functions further down', '|\nVoid later() {}', ['later'], []],
    ['what an include brings', '#include "tools";\nanswers = gr|;', ['greet', 'answers'], []],
    [
      'functions and types of the library',
      'x = get|',
      ['getEventData', 'String', 'NSContactAgent', 'NSUDefType'],
      [],
    ],
    ['words that begin a statement', '|', ['if', 'for', 'foreach', 'while', 'struct', 'try'], ['break']],
    ['else behind an if', 'if (true) { } el|', ['else', 'if'], []],
    ['no else behind another block', 'while (true) { } el|', ['if'], ['else']],
    ['words of a loop', 'while (true) { | }', ['break', 'continue', 'if'], ['struct']],
    ['values in an expression', 'Bool b = |', ['true', 'false'], ['if', 'Void']],
    ['members of the struct', 'struct A { String name; Void m() { | } };', ['name', 'm', 'this'], []],
    ['the loop variable in a for head', 'for (Integer i = 0; |; i++) {}', ['i'], []],
    ['error in a catch', 'try { } catch { print(|); }', ['error', 'errorLocation'], []],
    ['variables in an argument', 'String one;\nprint(one, |', ['one'], []],
    ['a statement after a forgotten semicolon', 'Integer one = 1\non|', ['one', 'if'], []],
    ['a statement after a head', 'Integer one;\nif (one == 1) |', ['one', 'return'], []],
    ['an index', 'String[] l;\nInteger n;\nl[|', ['n'], []],
    ['a value to return', 'Integer f(Integer p) { return | }', ['p'], ['if']],
    ['an operand of a foreign operator', 'Integer p;\nInteger q = p ? |', ['p'], []],
  ])('there are %s', (_, marked, present, absent) => {
    const labels = labelsAt(marked);

    expect(labels).toEqual(expect.arrayContaining(present));
    expect(labels.filter((label) => absent.includes(label))).toEqual([]);
  });

  it('what shadows another is offered alone, with its own type', () => {
    const found = itemsAt('Map x;\nVoid f(String x) { | }').filter(({ label }) => label === 'x');

    expect(found).toMatchObject([{ kind: 'parameter', detail: 'String', distance: 0 }]);
  });

  it('a member of the struct is written with "this."', () => {
    expect(itemAt('struct A { String name; Void m() { na| } };', 'name')).toMatchObject({
      insert: 'this.name',
    });
  });

  it('all classes and functions of SuperOffice are offered', () => {
    const items = itemsAt('|');
    const { classes, functions } = tables();
    const names = new Set(functions.map((signature) => /(\w+)\(/.exec(signature)?.[1] ?? ''));

    const labels = new Set(items.map(({ label }) => label));
    expect(Object.keys(classes).filter((name) => !labels.has(name))).toEqual([]);
    expect([...names].filter((name) => !labels.has(name))).toEqual([]);
  });

  it('a function says what its own comment says', () => {
    expect(itemAt('#include "tools";\n|', 'greet')?.about).toEqual([
      expect.objectContaining({
        signature: 'String greet(String name)',
        doc: 'Says hello.',
        declared: { file: 'tools', line: 2 },
      }),
    ]);
  });
});

describe('where a type is written', () => {
  it.each([
    ['of a parameter', 'Void f(|) {}'],
    ['of the second parameter', 'Void f(Integer a, |'],
    ['of a field', 'struct A { | };'],
    ['of the next field', 'struct A { Integer a;\n  St| };'],
    ['of what a foreach walks over', 'String[] l;\nforeach (| in l) {}'],
    ['of what a foreach begins with', 'foreach (|'],
  ])('there are types only: %s', (_, marked) => {
    const items = itemsAt(marked);

    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['String', 'NSContactAgent']));
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['type']));
  });

  it.each([
    ['the name of a variable', 'Integer |'],
    ['the name of a variable, begun', 'String[] na|;'],
    ['the name of a parameter', 'Void f(Integer |'],
    ['the name of a struct', 'struct |'],
    ['a number', 'Integer i = 12|;'],
  ])('nothing is offered for %s', (_, marked) => {
    expect(labelsAt(marked)).toEqual([]);
  });

  it('after the variable of a foreach comes "in"', () => {
    expect(labelsAt('foreach (String s |')).toEqual(['in']);
  });

  it('after # come the directives', () => {
    expect(labelsAt('#inc|')).toEqual(['include', 'setLanguageLevel']);
    expect(labelsAt('#|')).toEqual(['include', 'setLanguageLevel']);
  });
});

describe('inside of texts and comments', () => {
  it.each([
    ['a script to include', '#include "|";', ['tools', 'other']],
    ['a script to include, not closed', '#include "to|\nInteger i;', ['tools', 'other']],
    ['an input', 'EventData ed;\ned.getInputValue("|");', ['chatSession.id', 'action']],
    [
      'an input, in single quotes, not closed',
      "ed.getInputValue('chat|\nString s = 'a';",
      ['chatSession.id', 'action'],
    ],
    ['another text', 'print("String|");', []],
    ['the second argument', 'ed.getInputValue("a", "|");', []],
    ['a comment', '// get|', []],
    ['a comment at the end', 'Integer i; // get|\nInteger j;', []],
    ['a block comment', '/* get| */', []],
    ['a block comment with no end', 'Integer i; /* get|', []],
    ['the text of a page', '<b>%EJSCRIPT_START%st|<% %>%EJSCRIPT_END%', []],
  ])('what is offered in %s', (_, marked, labels) => {
    expect(labelsAt(marked)).toEqual(labels);
  });

  it('what belongs in quotes is offered with them where there are none yet', () => {
    const items = itemsAt('EventData ed;\ned.getInputValue(|)');

    expect(items[0]).toMatchObject({ label: 'chatSession.id', insert: '"chatSession.id"' });
    expect(items.map(({ label }) => label)).toContain('ed');
  });

  it('after a comment everything is offered again', () => {
    expect(labelsAt('/* a */ |')).toContain('if');
    expect(labelsAt('// a\n|')).toContain('if');
  });

  it('the text is replaced from behind its quote', () => {
    const { script, offset } = edited('ed.getInputValue("chatSession.i|");');

    expect(complete(script, offset)?.from).toBe('ed.getInputValue("'.length);
  });
});

const said = (marked: string) => {
  const { script, offset } = edited(marked);
  const found = hover(script, offset);
  return found?.about.map(({ signature }) => signature) ?? [];
};

describe('hovering', () => {
  it.each([
    ['a variable', 'Integer count;\ncou|nt = 1;', ['Integer count']],
    ['a declaration', 'Integer cou|nt;', ['Integer count']],
    ['a parameter', 'Void f(String te|xt) {}', ['String text']],
    ['a field', 'struct A { String name; };\nA a;\na.na|me = "";', ['String A.name']],
    ['a declared field', 'struct A { String na|me; };', ['String A.name']],
    [
      'the overload that is called',
      'DateTime d;\nd.toStr|ing("YYYY");',
      ['String DateTime.toString(String format)'],
    ],
    [
      'a call that fits nothing',
      'String s;\ns.subSt|ring();',
      ['String String.subString(Integer pos, Integer len)'],
    ],
    ['a function', 'getEve|ntData();', ['EventData getEventData()']],
    ['a function of the script', 'Void f(Integer a) {}\n|f(1);', ['Void f(Integer a)']],
    ['the declaration of a function', 'Void |f(Integer a) {}', ['Void f(Integer a)']],
    ['a method of a struct', 'struct A { Void m() {} };\nA a;\na.m|();', ['Void A.m()']],
    ['the declaration of a method', 'struct A { Void m|() {} };', ['Void A.m()']],
    ['a struct', 'struct Person { };\nPer|son p;', ['struct Person']],
    ['an enumeration', 'Integer i = NSChatSession|Status.InQueue;', ['enum NSChatSessionStatus']],
    [
      'a member of one',
      'Integer i = NSChatSessionStatus.InQ|ueue;',
      ['Integer NSChatSessionStatus.InQueue = 4'],
    ],
    ['nothing', 'Integer i = | 1;', []],
    ['a text', 'print("getEve|ntData");', []],
    ['a comment', '// getEve|ntData', []],
    ['an unknown name', 'no|body = 1;', []],
  ])('%s says what it is', (_, marked, signatures) => {
    expect(said(marked)).toEqual(signatures);
  });

  it('a class says how it is made', () => {
    expect(said('Date|Time d;')).toEqual(
      expect.arrayContaining(['class DateTime', 'DateTime(String value)']),
    );
  });

  it.each([
    ['what is misread', 'print(encodeSHA|256("a", "b"));', 'mind'],
    ['what differs', 'enableDe|bug("a");', 'differs'],
    ['what is not offline', 'NSContactAgent a;\na.GetContact|Entity(1);', 'offline'],
  ])('it warns of %s', (_, marked, kind) => {
    const { script, offset } = edited(marked);

    expect(hover(script, offset)?.about[0]?.notes).toEqual([expect.objectContaining({ kind })]);
  });

  it.each([
    ['lines right above', '// One.\n// Two.\nVoid f|() {}', 'One.\nTwo.'],
    ['a block right above', '/**\n * One.\n * Two.\n */\nVoid f|() {}', 'One.\nTwo.'],
    ['no comment over a blank line', '// One.\n\nVoid f|() {}', ''],
    ['no comment behind other code', 'Integer a; // One.\nVoid f|() {}', ''],
    ['no block behind other code', 'Integer a; /* One.\n*/\nVoid f|() {}', ''],
    ['no comment on its own line', 'Void f|() {} // One.', ''],
    ['only the lines that touch it', '// One.\n\n// Two.\nInteger f|;', 'Two.'],
    ['lines above a struct', '// One.\nstruct f| { };', 'One.'],
    ['lines above a field', 'struct A {\n  // One.\n  Integer f|;\n};', 'One.'],
  ])('the help text of an own name is %s (crm §15.3)', (_, marked, doc) => {
    const { script, offset } = edited(marked);

    expect(hover(script, offset)?.about[0]?.doc).toBe(doc);
  });

  it('a variable says where it is declared', () => {
    const { script, offset } = edited('#include "tools";\nInteger i = answ|ers;');

    expect(hover(script, offset)?.about[0]?.declared).toEqual({ file: 'tools', line: 3 });
  });
});

describe('in a call', () => {
  it.each([
    ['the first argument', 'String s;\ns.find(|);', 'Integer String.find(String substring)', 0],
    [
      'the second argument',
      'DateTime d;\nd.toString("a", |);',
      'String DateTime.toString(String format, String months, String weekDays)',
      1,
    ],
    [
      'a call with no end',
      'String s;\ns.subString(1, |',
      'String String.subString(Integer pos, Integer len)',
      1,
    ],
    ['an open text', 'String s;\ns.find("a|', 'Integer String.find(String substring)', 0],
    ['a function of the script', 'Void f(Integer a, Map b) {}\nf(1, |)', 'Void f(Integer a, Map b)', 1],
    ['grouping brackets', 'Void f(Integer a, Map b) {}\nf((1 + |', 'Void f(Integer a, Map b)', 0],
    ['a call in a call', 'Void f(Integer a, Map b) {}\nprint(f(1, |', 'Void f(Integer a, Map b)', 1],
    [
      'behind an inner call',
      'Void f(Integer a, Integer b) {}\nf(f(1, 2), |',
      'Void f(Integer a, Integer b)',
      1,
    ],
    ['a constructor', 'Byte b = Byte(|', 'Byte(Integer value)', 0],
    [
      'a call before the next statement',
      'String s;\ns.find(|\nInteger i = 1;',
      'Integer String.find(String substring)',
      0,
    ],
    ['a condition', 'String s;\nif (s.find(|)) {}', 'Integer String.find(String substring)', 0],
  ])('%s is known', (_, marked, signature, argument) => {
    const { script, offset } = edited(marked);
    const found = signatureHelp(script, offset);

    expect(found?.signatures[found.active]?.signature).toBe(signature);
    expect(found?.argument).toBe(argument);
  });

  it.each([
    ['a declaration', 'Void f(Integer a, |) {}'],
    ['a condition', 'if (|) {}'],
    ['no call', 'Integer i = |;'],
    ['a call that is over', 'print("a");|'],
    ['a comment', 'print(/* | */);'],
    ['an unknown function', 'nobody(|);'],
  ])('nothing is said in %s', (_, marked) => {
    const { script, offset } = edited(marked);

    expect(signatureHelp(script, offset)).toBeNull();
  });

  it('the places of the parameters are told', () => {
    const { script, offset } = edited('String s;\ns.subString(1, |);');
    const found = signatureHelp(script, offset);
    const { signature = '', parameters = [] } = found?.signatures[0] ?? {};

    expect(parameters.map(([from, to]) => signature.slice(from, to))).toEqual(['Integer pos', 'Integer len']);
  });
});

describe('the definition of', () => {
  it.each([
    ['a variable', 'Integer one;\nInteger two = on|e;', { file: 'main', line: 1, column: 9 }],
    ['a parameter', 'Void f(Integer p)\n{ print(p|); }', { file: 'main', line: 1, column: 16 }],
    ['a function', 'Void f() {}\n|f();', { file: 'main', line: 1, column: 6 }],
    [
      'the overload that is called',
      'Void f() {}\nVoid f(Integer a) {}\n|f(1);',
      { file: 'main', line: 2, column: 6 },
    ],
    ['a function of an include', '#include "tools";\ngr|eet("a");', { file: 'tools', line: 2, column: 8 }],
    ['an include', '#include "to|ols";', { file: 'tools', line: 1, column: 1 }],
    ['a struct', 'struct A { };\n|A a;', { file: 'main', line: 1, column: 8 }],
    ['a field', 'struct A {\n  Integer size;\n};\nA a;\na.si|ze = 1;', { file: 'main', line: 2, column: 11 }],
    ['a method', 'struct A {\n  Void m() {}\n};\nA a;\na.|m();', { file: 'main', line: 2, column: 8 }],
    ['something built in', 'pri|nt("a");', null],
  ])('%s is found', (_, marked, place) => {
    const { script, offset } = edited(marked);

    expect(definition(script, offset)).toEqual(place);
  });
});

describe('whatever stands in a script', () => {
  const folder = fileURLToPath(new URL('../programs/', import.meta.url));
  const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.crmscript'))
    .sort();

  it('nothing throws at any place of any program, whole or cut off there', { timeout: 120_000 }, () => {
    const library = libraryWith(tables);
    for (const [index, name] of programs.entries()) {
      const source = readFileSync(join(folder, name), 'utf8').slice(0, 4000);
      // Every program at other places, so that all kinds of places are met without asking a million times.
      for (let offset = index % 89; offset <= source.length; offset += 89) {
        const script = { source, file: 'main', library };
        complete(script, offset);
        hover(script, offset);
        signatureHelp(script, offset);
        definition(script, offset);
        complete({ ...script, source: source.slice(0, offset) }, offset);
        signatureHelp({ ...script, source: source.slice(0, offset) }, offset);
      }
    }
    expect(programs.length).toBeGreaterThan(100);
  });
});
