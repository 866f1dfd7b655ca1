import { describe, expect, it } from 'vitest';
import { format, formatOnType, formatRange, type Typed } from '../../src/crmscript/format.ts';
import { beginners } from '../../src/crmscript/syntax/recover.ts';
import { applied, formatted } from './formatted.ts';

/** Lines that stand as far to the left as they can. */
const lines = (...of: string[]): string => `${of.join('\n')}\n`;

describe('formatting', () => {
  it('gives each brace and each statement a line, and each level two blanks', () => {
    const source = 'Void f(){if(a){b();c();}else if(d){e();f();}else{while(true){g();h();}}}';

    expect(formatted(source)).toBe(
      lines(
        'Void f()',
        '{',
        '  if (a)',
        '  {',
        '    b();',
        '    c();',
        '  }',
        '  else if (d)',
        '  {',
        '    e();',
        '    f();',
        '  }',
        '  else',
        '  {',
        '    while (true)',
        '    {',
        '      g();',
        '      h();',
        '    }',
        '  }',
        '}',
      ),
    );
  });

  it('knows every word with which a statement begins', () => {
    const statements: Readonly<Record<string, string>> = {
      if: 'if (a) b();',
      for: 'for (a; b; c) d();',
      foreach: 'foreach (String a in b) c();',
      while: 'while (a) b();',
      return: 'return a;',
      break: 'break;',
      continue: 'continue;',
      struct: 'struct A\n{\n  String b;\n}',
      try: 'try { a(); }\ncatch { b(); }',
      throw: 'throw a;',
    };

    expect(Object.keys(statements)).toEqual([...beginners]);
    for (const statement of Object.values(statements)) {
      expect(formatted(statement.replace(/\s+/g, ' ').replace(' (', '('))).toBe(lines(statement));
    }
  });

  it.each([
    ['a=b+c*-d ;', 'a = b + c * -d;'],
    ['a = - - b - -c;', 'a = - -b - -c;'],
    ['a=!( b||c )&&d==e;', 'a = !(b || c) && d == e;'],
    ['n ++;', 'n++;'],
    ['a [ 1 ] . b ( c,d ) ;', 'a[1].b(c, d);'],
    ['String [ 5 ] [ ] a=b;', 'String[5][] a = b;'],
    ['for(Integer i=0;i<3;i++)f( i );', 'for (Integer i = 0; i < 3; i++) f(i);'],
    ['for(;true ;)f();', 'for (; true;) f();'],
    ['foreach(String s in a)f(s);', 'foreach (String s in a) f(s);'],
    ['return  ;', 'return;'],
    ['throw"a";', 'throw "a";'],
    ['while(a);', 'while (a);'],
    ['#include"a" ;', '#include "a";'],
    ['#setLanguageLevel   3', '#setLanguageLevel 3'],
    ['If(a)b();', 'If (a) b();'],
    ['s="a\n  b"+c;', 's = "a\n  b" + c;'],
  ])('writes %j as %j', (source, expected) => {
    expect(formatted(source)).toBe(`${expected}\n`);
  });

  it.each([
    'if (a) return;\nelse b();\n',
    'if (a) { return; }\n',
    'Integer f() { return 1; }\n',
    'try { a(); }\ncatch { }\n',
    'if (a)\n  return;\n',
    'if (a)\n{\n  return;\n}\n',
    'catchAll();\n{\n}\n',
  ])('leaves what is short on one line or several, as the author has it: %j', (source) => {
    expect(formatted(source)).toBe(source);
  });

  it('gives what is too long for one line several', () => {
    const source = 'if (thisIsTrue) { doWhatIsToBeDoneThen(); }\nif (thisIsTrue) doWhatIsToBeDoneThen();\n';

    expect(formatted(source, { width: 30 })).toBe(
      lines(
        'if (thisIsTrue)',
        '{',
        '  doWhatIsToBeDoneThen();',
        '}',
        'if (thisIsTrue)',
        '  doWhatIsToBeDoneThen();',
      ),
    );
  });

  it('breaks a long call at its commas, and a long sum at its operators, the outer ones first', () => {
    const source =
      'addChatMessage(session, "You wrote " + message + " to " + bot, 1, bot, 16, "");\ntext = first + second * third + fourth;\n';

    expect(formatted(source, { width: 30 })).toBe(
      lines(
        'addChatMessage(session,',
        '  "You wrote " + message +',
        '    " to " + bot, 1, bot, 16,',
        '  "");',
        'text = first +',
        '  second * third + fourth;',
      ),
    );
  });

  it('moves what stands on further lines of a condition away from what it governs', () => {
    const source = 'if (first == second && third == fourth) fifth = "sixth";';

    expect(formatted(source, { width: 30 })).toBe(
      lines('if (first == second &&', '    third == fourth)', '  fifth = "sixth";'),
    );
  });

  it('breaks a chain of calls before a point where nothing else helps', () => {
    const source = 'String name = getEventData().getInputValue("name").toUpper();';

    expect(formatted(source, { width: 40 })).toBe(
      lines('String name = getEventData()', '  .getInputValue("name").toUpper();'),
    );
  });

  it('keeps the lines that an author has begun in a call, a condition or a sum', () => {
    const source = lines(
      'addChatMessage(',
      '  session,',
      '  "a" +',
      '    "b",',
      '  1',
      ');',
      'if (a',
      '    || b)',
      '{',
      '  x = y',
      '    .trim();',
      '}',
    );

    expect(formatted(source)).toBe(source);
  });

  it('joins what stands on two lines for no reason', () => {
    expect(formatted('Integer\na\n=b\n;\nf\n(\n)\n;\nif\n(a\n)\nb();')).toBe(
      lines('Integer a = b;', 'f();', 'if (a)', '  b();'),
    );
  });

  it('keeps one empty line inside of blocks and two outside, and none at their ends', () => {
    const source = '\n\na();\n\n\n\n\nb();\n{\n\n\n  c();\n\n\n\n  d();\n\n}\n\n\n';

    expect(formatted(source)).toBe(lines('a();', '', '', 'b();', '{', '  c();', '', '  d();', '}'));
  });

  it('takes another indent', () => {
    expect(formatted('{ { a(); b(); } }', { indent: '\t' })).toBe('{\n\t{\n\t\ta();\n\t\tb();\n\t}\n}\n');
  });

  it('gives a struct the shape of a function, and its semicolon stays', () => {
    expect(formatted('struct P{Integer x;Integer y=3;Void m(){this.x=1;}};P p;')).toBe(
      lines('struct P', '{', '  Integer x;', '  Integer y = 3;', '  Void m() { this.x = 1; }', '};', 'P p;'),
    );
  });

  it('leaves an empty text empty', () => {
    expect(formatted('')).toBe('');
    expect(formatted(' \n\n')).toBe('');
  });

  it('keeps the line ends and the byte-order mark of the text', () => {
    expect(formatted('\ufeffa();b();\r\nc();')).toBe('\ufeffa();\r\nb();\r\nc();\r\n');
    expect(formatted('a();b();\rc();')).toBe('a();\rb();\rc();\r');
  });

  it('leaves line ends in a written text as they are', () => {
    expect(formatted('a("x\ny");\r\nb();')).toBe('a("x\ny");\r\nb();\r\n');
  });
});

describe('comments', () => {
  it('stay at the end of their line', () => {
    const source = lines(
      'a(); // one',
      'if (b) // two',
      '{ // three',
      '  c(); /* four */',
      '} // five',
      'else // six',
      '{',
      '  d(e, // seven',
      '    f);',
      '}',
      '// eight',
    );

    expect(formatted(source)).toBe(source);
  });

  it('stand before what they speak of, with its indent', () => {
    const source =
      '  // one\na();\nif (b)\n      // two\n{\n// three\nc();\n// four\n}\n      // five\nelse {\n\n// six\n}\n';

    expect(formatted(source)).toBe(
      lines(
        '// one',
        'a();',
        'if (b)',
        '// two',
        '{',
        '  // three',
        '  c();',
        '  // four',
        '}',
        '// five',
        'else',
        '{',
        '  // six',
        '}',
      ),
    );
  });

  it('stay between arguments', () => {
    expect(formatted('f(/*a*/1,/*b*/2/*c*/);')).toBe('f(/*a*/ 1, /*b*/ 2 /*c*/);\n');
  });

  it('belong to the statement behind them where nothing but a blank is between', () => {
    expect(formatted('a(); /* b */ b();')).toBe('a();\n/* b */ b();\n');
    expect(formatted('{ /* a */ b(); c(); }')).toBe('{\n  /* a */ b();\n  c();\n}\n');
  });

  it('keep their stars below each other, and are else left as they are inside', () => {
    expect(formatted('{\n/*\n* a\n  * b\n   */\na();\n/*\n c();\n   d();\n*/\n}')).toBe(
      lines('{', '  /*', '   * a', '   * b', '   */', '  a();', '  /*', ' c();', '   d();', '*/', '}'),
    );
  });

  it('stay in an empty block, and alone in a script', () => {
    expect(formatted('try { a(); } catch { /* never mind */ }')).toBe(
      'try { a(); }\ncatch { /* never mind */ }\n',
    );
    expect(formatted('  // a\n\n\n  /* b */ /* c */')).toBe('// a\n\n\n/* b */ /* c */\n');
  });

  it('do not move what stands behind them to another line', () => {
    expect(formatted('f(a // b\n, c);\nreturn // d\n;')).toBe('f(a // b\n  , c);\nreturn // d\n  ;\n');
  });

  it('at the end of a line do not make it too long', () => {
    const source = 'f(a, b, c); // this comment is longer than a line\n';

    expect(formatted(source, { width: 20 })).toBe(source);
  });
});

describe('a page with script in it', () => {
  it('has its code formatted where its marks stand on lines of their own, as far in as these', () => {
    const page = [
      '%EJSCRIPT_START%',
      '<p> {  a( );</p>',
      '  <%',
      '  if(a){',
      '  // why',
      '%>',
      '<b><%  print( b )  ; %></b>',
      '  <%',
      'c(d,',
      'e);   }   // end',
      '',
      '%>',
      '%EJSCRIPT_END%',
    ];

    expect(formatted(page.join('\n'))).toBe(
      [
        '%EJSCRIPT_START%',
        '<p> {  a( );</p>',
        '  <%',
        '  if (a)',
        '  {',
        '    // why',
        '  %>',
        '<b><%  print( b )  ; %></b>',
        '  <%',
        '    c(d,',
        '      e);',
        '  } // end',
        '  %>',
        '%EJSCRIPT_END%',
      ].join('\n'),
    );
  });

  it('keeps text that runs over several lines in the middle of code', () => {
    const page = '%EJSCRIPT_START%<%\na( ); %>\n<%\nb( );\n%>\n<i>%EJSCRIPT_END%';

    expect(formatted(page)).toBe('%EJSCRIPT_START%<%\na( ); %>\n<%\nb();\n%>\n<i>%EJSCRIPT_END%');
  });
});

describe('a text that the grammar does not allow', () => {
  it('is refused with its first mistake', () => {
    const result = format('Integer a = 1;\nif (a == 1 { a = 2; }\nb = ;');

    expect(result).toMatchObject({ kind: 'refused', error: { code: 'expected', span: { line: 2 } } });
  });

  it('may have mistakes that the grammar does not know of', () => {
    expect(formatted('Integer a="text" ;b=c ;')).toBe('Integer a = "text";\nb = c;\n');
  });
});

/** A text in which `|` is where somebody stands, after the edits for what was typed there. */
function typed(text: string, what: Typed): string {
  const offset = text.indexOf('|');
  const source = text.replace('|', '');
  const result = formatOnType(source, offset, what);
  return result.kind === 'refused' ? result.error.code : applied(source, result.edits);
}

describe('formatting while typing', () => {
  it('a brace formats the block that it closes, and what it belongs to up to the brace stays', () => {
    expect(typed('a( );\nif(b) {\nc( );\n}|\nd( );\n', '}')).toBe('a( );\nif(b)\n{\n  c();\n}\nd( );\n');
  });

  it('a semicolon formats its statement', () => {
    expect(typed('{\na( );\nb( c,\nd );|\ne( );\n}', ';')).toBe('{\na( );\n  b(c,\n    d);\ne( );\n}');
  });

  it('Enter formats the line before', () => {
    expect(typed('{\na( );\n  b( );\n  |\n}', '\n')).toBe('{\na( );\n  b();\n  \n}');
    expect(typed('a( );\r\n|', '\n')).toBe('a();\r\n');
  });

  it.each([
    ['a("}| ");', '}'],
    ['a( ); // ;|', ';'],
    ['|a( );', '\n'],
    ['a( ); ;| ', '}'],
  ] as const)('changes nothing where it is part of something else: %j', (text, what) => {
    expect(typed(text, what)).toBe(text.replace('|', ''));
  });

  it('is refused while the text cannot be read', () => {
    expect(typed('if (a { b( ); }|', '}')).toBe('expected');
  });
});

describe('formatting some lines', () => {
  it('leaves the others as they are', () => {
    const source = 'a( );\nb( );\nc( );\n';
    const result = formatRange(source, 7, 8);

    expect(result).toEqual({ kind: 'edits', edits: [{ start: 8, end: 9, text: '' }] });
  });

  it('takes places behind the end of the text for its end', () => {
    expect(formatRange('a( );\n', -5, 99)).toEqual({
      kind: 'edits',
      edits: [{ start: 2, end: 3, text: '' }],
    });
  });
});
