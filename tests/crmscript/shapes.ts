/*
 * Sources of any length, each of one shape: what a checker could take long over, or fall over. Every piece is told its
 * number, so that names can differ.
 */

export type Shape = readonly [name: string, source: (length: number) => string];

type Piece = string | ((index: number) => string);

/** `before`, then the piece as often as it fits, then `after`. */
const many =
  (piece: Piece, before = '', after = '') =>
  (length: number): string => {
    const pieces: string[] = [before];
    for (let size = before.length, index = 0; size < length; index++) {
      const next = typeof piece === 'string' ? piece : piece(index);
      pieces.push(next);
      size += next.length;
    }
    return pieces.join('') + after;
  };

/** The piece so often that it and what closes it again fit. */
const nested =
  (open: string, close: string, before = '', inside = '', after = '') =>
  (length: number): string => {
    const times = Math.ceil(length / (open.length + close.length));
    return before + open.repeat(times) + inside + close.repeat(times) + after;
  };

const operators = ['+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||', '|', '&', '=', '+=', ','];

const chains: readonly Shape[] = [
  ...operators.flatMap((operator): Shape[] => [
    [`numbers joined by ${operator}`, many(`1 ${operator} `, 'Integer n = ', '1;')],
    [`variables joined by ${operator}`, many(`n ${operator} `, 'Integer n; n = ', 'n;')],
    [`truths joined by ${operator}`, many(`true ${operator} `, 'Bool b = ', 'true;')],
    [`texts joined by ${operator}`, many(`"a" ${operator} `, 'String s = ', '"a";')],
    [`unknown names joined by ${operator}`, many((i) => `nmae${String(i)} ${operator} `, 'n = ', 'n;')],
  ]),
  ['longs and integers in turn', many((i) => (i % 2 === 0 ? '1L + ' : '1 + '), 'Long n = ', '1;')],
  ['floats and integers in turn', many((i) => (i % 2 === 0 ? '1.5 * ' : '1 - '), 'Float n = ', '1;')],
  ['texts and numbers in turn', many((i) => (i % 2 === 0 ? '"a" + ' : '1 + '), 'String s = ', '1;')],
  ['comparisons joined by &&', many('a < 1 && ', 'Integer a; if (', 'a < 2) a = 1;')],
  ['&& and || in turn', many((i) => (i % 2 === 0 ? 'b && ' : 'b || '), 'Bool b; b = ', 'b;')],
  ['comparisons with null', many('a == null && ', 'String a; if (', 'true) a = "";')],
  ['assignments inside a condition', many('a = 1 && ', 'Integer a; if (', 'a == 1) a = 1;')],
  ['assignments of texts in a condition', many('a = "x" || ', 'String a; if (', 'a = "y") a = "";')],
  ['negated comparisons', many('!a == 1 && ', 'Integer a; if (', 'true) a = 1;')],
  ['comparisons between', many('1 < a < ', 'Integer a; if (', '3) a = 1;')],
  ['calls joined by +', many('f() + ', 'Integer f() { return 1; }\nInteger n = ', '1;')],
  ['methods joined by +', many('n.toString() + ', 'Integer n; String s = ', '"";')],
  ['elements joined by +', many('a[0] + ', 'Integer[2] a; Integer n = ', '1;')],
  ['string times', many('"a" * 2 + ', 'String s = ', '"";')],
];

const depths: readonly Shape[] = [
  ['open parentheses', many('(')],
  ['parentheses', nested('(', ')', 'Integer n = ', '1', ';')],
  ['parentheses in sums', nested('(1 + ', ')', 'Integer n = ', '1', ';')],
  ['parentheses in texts', nested('("a" + ', ')', 'String s = ', '"b"', ';')],
  ['nested calls', nested('f(', ')', 'Integer f(Integer n) { return n; }\n', '1', ';')],
  ['nested unknown calls', nested('g(', ')', '', '1', ';')],
  ['nested methods', nested('"a".append(', ')', '', '"b"', ';')],
  ['nested blocks', nested('{ ', '} ', '', 'Integer a;')],
  ['nested ifs', nested('if (true) { ', '} ', '', 'Integer a;')],
  ['nested loops', nested('while (true) { ', '} ', '', 'break;')],
  ['nested tries', nested('try { ', '} catch { } ', '', 'throw "a";')],
  ['ifs without braces', many('if (true) ', '', 'print("a");')],
  ['loops without braces', many('for (;true;) ', '', 'print("a");')],
  ['open blocks', many('{')],
  ['open brackets', many('a[')],
  ['nested elements', nested('a[', ']', 'Integer[2] a; Integer n = ', '0', ';')],
  ['lists in lists', nested('[', ']', 'x = ', '1', ';')],
  ['braces in braces', nested('{', '}', 'x = ', '1', ';')],
  ['minus signs', many('-', 'Integer n = ', '1;')],
  ['exclamation marks', many('!', 'Bool b = ', 'true;')],
  ['casts', many('(Integer) ', 'Integer n = ', '1;')],
  ['steps before a name', many('++', 'Integer n; ', 'n;')],
  ['steps behind a name', many('++', 'Integer n; n', ';')],
  ['assignments', many('a = ', 'Integer a; ', '1;')],
  ['statements of many assignments', many(`${'a = '.repeat(150)}1;\n`, 'Integer a;\n')],
  ['conditions of many assignments', many(`if (${'a = '.repeat(150)}1) { }\n`, 'Integer a;\n')],
  ['types of many brackets', many('[]', 'Integer', ' a;')],
  ['sizes in brackets', many('[2]', 'Integer', ' a;')],
  ['else ifs', many((i) => `if (a == ${String(i)}) a = 1; else `, 'Integer a; ', 'a = 2;')],
  [
    'else ifs with braces',
    many((i) => `if (a == ${String(i)}) { a = 1; } else `, 'Integer a; ', '{ a = 2; }'),
  ],
  ['elseif', many('elseif (a) { b; } ', 'if (a) { } ')],
  ['members', many('.b', 'a', ';')],
  ['chained calls', many('.b()', 'a', ';')],
  ['chained methods', many('.toString()', 'String s; s', ';')],
  ['chained elements', many('[0]', 'Integer[] a; a', ';')],
  ['chained appends', many('.append("a")', 'String s; s', ';')],
  [
    'structs in structs',
    many((i) => `struct S${String(i + 1)} { S${String(i)} inner; };\n`, 'struct S0 { Integer a; };\n'),
  ],
  [
    'a variable of structs in structs',
    many(
      (i) => `struct S${String(i + 1)} { S${String(i)} inner; };\n`,
      'struct S0 { Integer a; };\n',
      'S90 s; S1000 t;',
    ),
  ],
  ['nested catches around much', many('e; ', 'try { } catch (e) { '.repeat(40), '}'.repeat(40))],
  ['nested do loops around much', many('a; ', 'do { '.repeat(150), '} while (a);'.repeat(150))],
  ['nested switches around much', many('a; ', 'switch (a) { case 1: '.repeat(40), 'break; }'.repeat(40))],
  ['nested conditions without parentheses', many('a; ', 'if a { '.repeat(150), '} '.repeat(150))],
  ['nested functions without a type', many('a; ', 'f(a) { '.repeat(150), '} '.repeat(150))],
  [
    'nested loops that may not end',
    many('b; ', 'Integer a; Integer b; ' + 'while (a < 1) { '.repeat(150), '} '.repeat(150)),
  ],
  [
    'functions that call the one before',
    many((i) => `Integer f${String(i + 1)}() { return f${String(i)}(); }\n`, 'Integer f0() { return 1; }\n'),
  ],
];

const manyOf: readonly Shape[] = [
  ['declarations', many((i) => `Integer a${String(i)} = ${String(i)};\n`)],
  ['declarations in a function', many((i) => `Integer a${String(i)} = ${String(i)};\n`, 'Void f() {\n', '}')],
  ['the same declaration', many('Integer a;\n')],
  ['blocks', many('{ Integer a; a = 1; }\n')],
  ['uses', many('a = a + 1;\n', 'Integer a;\n')],
  ['functions', many((i) => `Integer f${String(i)}(Integer a) { return a; }\n`)],
  ['the same function', many('Integer f(Integer a) { return a; }\n')],
  ['overloads', many((i) => `Void f(S${String(i)} a) { }\nstruct S${String(i)} { Integer a; };\n`)],
  [
    'calls of overloads',
    many((i) => `Void f(S${String(i)} a) { }\nstruct S${String(i)} { Integer a; };\nf(1, 2);\n`),
  ],
  [
    'overloads by number',
    many(
      (i) => `Void f(${Array.from({ length: i % 40 }, (_, n) => `Integer a${String(n)}`).join(', ')}) { }\n`,
    ),
  ],
  ['functions of CRMScript again', many('Void print(String s) { }\n')],
  ['parameters', many((i) => `, Integer a${String(i)}`, 'Void f(Integer a', ') { }\nf(1);')],
  ['the same parameter', many(', Integer a', 'Void f(Integer a', ') { }\nf(1);')],
  ['arguments', many('1, ', 'Void f(Integer a) { }\nf(', '1);')],
  ['structs', many((i) => `struct S${String(i)} { Integer a; };\n`)],
  ['the same struct', many('struct S { Integer a; };\n')],
  ['fields', many((i) => `Integer a${String(i)}; `, 'struct S { ', '};\nS s; s.b = 1;')],
  ['fields with values', many((i) => `Integer a${String(i)} = 1; `, 'struct S { ', '};\nS s; s.b = 1;')],
  ['the same field', many('Integer a; ', 'struct S { ', '};')],
  ['methods', many((i) => `Void m${String(i)}() { } `, 'struct S { ', '};\nS s; s.n();')],
  ['the same method', many('Void m() { } ', 'struct S { ', '};\nS s; s.n();')],
  [
    'fields used without this',
    many((i) => `Integer a${String(i)}; Void m${String(i)}() { a${String(i)} = 1; } `, 'struct S { ', '};'),
  ],
  [
    'structs that hold each other',
    many((i) => `struct S${String(i)} { S${String(i + 1)} a; S${String(i + 2)} b; };\n`),
  ],
  ['includes', many((i) => `#include "a${String(i)}";\n`)],
  ['includes that are there', many('#include "there";\n')],
  ['language levels', many('#setLanguageLevel 3;\n')],
  ['comments', many('// a\n')],
  ['empty statements', many(';')],
  ['spaces', many(' ')],
  ['empty lines', many('\n')],
  ['texts', many('print("a");\n')],
  ['tries', many('try { throw "a"; } catch { print(error); }\n')],
  ['returns', many('return;\n')],
  ['breaks', many('break;\n')],
  ['enum members', many('n = NSUDefType.Contact;\n', 'Integer n;\n')],
];

const long: readonly Shape[] = [
  ['a comment', many('a', '/* ', ' */')],
  ['a comment of stars', many('*', '/* ', ' */')],
  ['an open comment', many('/* ')],
  ['a text', many('a', 'String s = "', '";')],
  ['a text of lines', many('a\n', 'String s = "', '";')],
  ['a text of escapes', many('\\n', 'String s = "', '";')],
  ['a text of strange escapes', many('\\q', 'String s = "', '";')],
  ['an open text', many('a', 'String s = "')],
  ['an open text of lines', many('a;\n', 'String s = "')],
  ['a text with pieces', many('${a} ', 'String a; String s = "', '";')],
  ['a template with pieces', many('${a} ', 'String a; String s = `', '`;')],
  ['a template with open pieces', many('${', 'String a; String s = `', '`;')],
  ['pieces with $', many('{a} ', 'String a; String s = $"', '";')],
  ['a name', many('a')],
  [
    'a name that is used',
    (length) => `Integer ${'a'.repeat(length / 2)};\n${'a'.repeat(length / 2 - 1)}b = 1;`,
  ],
  ['a number', many('1', 'Integer a = ', ';')],
  ['a long number', many('1', 'Long a = ', 'L;')],
  ['a fraction', many('1', 'Float a = 1.', ';')],
  ['a page', many('text <% a; %> text\n', '%EJSCRIPT_START%', '%EJSCRIPT_END%')],
  ['a page of many parts', many('%EJSCRIPT_START% text %EJSCRIPT_END%')],
  ['a page with open code', many('<% a; ', '%EJSCRIPT_START%', '%EJSCRIPT_END%')],
  ['an open block before empty lines', many('\n', '{', 'a')],
  ['open texts that end in brackets', many((i) => (i % 400 === 0 ? '"\n' : ')'), '"a')],
  ['open templates in templates', many('`${')],
  ['open pieces with f', many('f"{')],
  ['open pieces with $', many('$"{')],
  ['one open typed quote a line', many('«a\n')],
  ['blanks in a text without an end', many((i) => (i % 400 === 0 ? 'a\n' : ' '), '"')],
  ['points', many('.')],
  ['at signs', many('@')],
  ['controls', many('\u0001')],
  ['signs beyond the plane', many('😀')],
];

const misspelt: readonly Shape[] = [
  ['misspelt variables', many((i) => `nmae${String(i)} = nmae${String(i + 1)};\n`, 'Integer name;\n')],
  ['one misspelt variable', many('nmae = nmae + 1;\n', 'Integer name;\n')],
  ['misspelt among many', many((i) => `Integer name${String(i)};\nnmae${String(i)} = 1;\n`)],
  [
    'long misspelt among many',
    many((i) => `Integer theLongNameOfThis${String(i)};\ntheLnogNameOfThis${String(i)} = 1;\n`),
  ],
  [
    'misspelt in functions',
    many((i) => `Void f${String(i)}() { nmae${String(i)} = 1; }\n`, 'Integer name;\n'),
  ],
  ['misspelt arguments', many((i) => `print(nmae${String(i)});\n`, 'String name;\n')],
  ['misspelt functions', many((i) => `pritn${String(i)}("a");\n`)],
  ['one misspelt function', many('pritn("a");\n')],
  ['misspelt among many functions', many((i) => `Void doThis${String(i)}() { }\ndoTihs${String(i)}();\n`)],
  ['misspelt methods', many((i) => `s.toUper${String(i)}();\n`, 'String s;\n')],
  ['one misspelt method', many('s.toUper();\n', 'String s;\n')],
  [
    'misspelt own methods',
    many((i) => `s.mehtod${String(i)}();\n`, 'struct S { Void method() { } };\nS s;\n'),
  ],
  [
    'misspelt among many methods',
    (length) =>
      many((i) => `Void doThis${String(i)}() { } `, 'struct S { ', '};\nS s;\n')(length / 2) +
      many((i) => `s.doTihs${String(i)}();\n`)(length / 2),
  ],
  ['misspelt fields', many((i) => `s.filed${String(i)} = 1;\n`, 'struct S { Integer field; };\nS s;\n')],
  [
    'misspelt among many fields',
    (length) =>
      many((i) => `Integer field${String(i)}; `, 'struct S { ', '};\nS s;\n')(length / 2) +
      many((i) => `s.filed${String(i)} = 1;\n`)(length / 2),
  ],
  ['misspelt types', many((i) => `Sting${String(i)} s${String(i)};\n`)],
  ['one misspelt type', many((i) => `Sting s${String(i)};\n`)],
  ['misspelt types of services', many((i) => `NSContatcEntity${String(i)} s${String(i)};\n`)],
  [
    'misspelt among many types',
    many((i) => `struct Type${String(i)} { Integer a; };\nTpye${String(i)} t${String(i)};\n`),
  ],
  ['misspelt enum members', many((i) => `n = NSUDefType.Contcat${String(i)};\n`, 'Integer n;\n')],
  ['misspelt enums', many((i) => `n = NSUDefTpye${String(i)}.Contact;\n`, 'Integer n;\n')],
  ['misspelt keywords', many('whlie (true) { retrun; }\n')],
  ['misspelt lone words', many((i) => `brake${String(i)};\n`)],
  ['one misspelt lone word', many('brake;\n')],
  ['names of other cases', many('PRINT("a"); Name = 1;\n', 'Integer name;\n')],
  ['unknown names of one letter', many((i) => `${'abcdefgh'.charAt(i % 8)} = 1;\n`)],
  ['unknown constructors', many((i) => `x${String(i)} = Htpp${String(i)}();\n`)],
];

const mistakes: readonly Shape[] = [
  ['missing semicolons', many('a = 1\n', 'Integer a;\n')],
  ['missing brackets', many('print("a";\n')],
  ['missing ends of texts', many('print("a);\n')],
  ['missing ends of single texts', many("print('a);\n")],
  ['missing operands', many('a = 1 + ;\n', 'Integer a;\n')],
  ['missing operators', many('a = 1 1;\n', 'Integer a;\n')],
  ['missing pluses', many('print("a" b "c");\n', 'String b;\n')],
  ['texts side by side', many('"a" ', 'print(', ');')],
  ['names side by side', many('a ', 'print(', ');')],
  ['names in a row', many('ab ')],
  ['numbers side by side', many('1 ', 'print(', ');')],
  ['doubled quotes', many("''", "print('a", "');")],
  ['typed quotes', many('“a” ')],
  ['commas', many(',', 'print(', ');')],
  ['semicolons in calls', many('a; ', 'print(', ');')],
  ['closing braces', many('}\n')],
  ['closing brackets', many(')\n')],
  ['wrong types', many('a = "a";\n', 'Integer a;\n')],
  ['wrong arguments', many('"a".subString("b", true);\n')],
  ['wrong numbers of arguments', many('print();\n')],
  ['wrong conditions', many('if (1) a = 1;\n', 'Integer a;\n')],
  ['wrong operands', many('a = 1 + true;\n', 'Integer a;\n')],
  ['numbers and texts', many('s = s + 1;\n', 'String s;\n')],
  ['void values', many('a = print("a");\n', 'Integer a;\n')],
  ['numbers that are too large', many('a = 99999999999;\n', 'Integer a;\n')],
  ['methods on numbers', many('1.toString();\n')],
  ['elements of texts', many('s[0] = "a";\n', 'String s;\n')],
  ['this outside', many('this.a = 1;\n')],
  ['functions in functions', many('Void f() { Void g() { } }\n')],
  ['functions without a type', many('f(a) { return a; }\n')],
  ['open functions without a type', many('f(a) {')],
  ['unclosed functions', many('Void f() {\n  a;\n')],
  ['unclosed structs', many('struct S { Integer a;\n')],
  ['unclosed ifs', many('if (a == 1 {\n')],
  ['unclosed calls', many('print(')],
  ['uses before declarations', many((i) => `a${String(i)} = 1;\n`, '', '')],
  ['uses of ended variables', many((i) => `{ Integer a${String(i)}; } a${String(i)} = 1;\n`)],
  ['broken declarations', many('a[ if ')],
  ['broken loops', many('for (Integer i = 0, i < 1, i++) { }\n')],
  ['loops without a body', many('for (Integer i = 0; i < a.length(); i++);\n', 'Integer[] a;\n')],
  ['nulls', many('s = null;\n', 'String s;\n')],
];

const foreign: readonly Shape[] = [
  ['switches', many('switch (a) { case 1: b(); break; default: c(); }\n', 'Integer a;\n')],
  [
    'a switch of many cases',
    many((i) => `case ${String(i)}: a = 1; break;\n`, 'Integer a;\nswitch (a) {\n', '}'),
  ],
  ['open switches', many('switch (a) {')],
  ['choices', many('s = a ? "b" : "c";\n', 'String s; Bool a;\n')],
  ['chained choices', many('a ? b : ', 'x = ', 'c;')],
  ['nested choices', nested('a ? ', ' : b', 'x = ', 'c', ';')],
  ['do loops', many('do { a; } while (b);\n')],
  ['open do loops', many('do { a; ')],
  ['repeated untils', many('repeat { a; } until (b);\n')],
  ['lambdas', many('x = (a, b) => a;\n')],
  ['open lambdas', many('(a, b) => ')],
  ['parameters of a lambda', many('a, ', 'x = (', 'b) => a;')],
  ['classes', many('class A { public int a; };\n')],
  ['var', many('var a = 1; let b = 2; const c = 3;\n')],
  ['functions of JavaScript', many('function f(a, b) { return a; }\n')],
  ['comma declarations', many('a, ', 'Integer ', 'b;')],
  ['comma declarations with values', many((i) => `a${String(i)} = 1, `, 'Integer ', 'b;')],
  ['open comma declarations', many('Integer a, b, ')],
  ['lists', many('1, ', 'Integer[] a = [', '2];')],
  ['open lists', many('x = [a, ')],
  ['maps', many('"a": 1, ', 'Map m = {', '"b": 2};')],
  ['catches with a parameter', many('try { } catch (e) { e; }\n')],
  ['open catches', many('try { } catch (e) { e;')],
  ['finally', many('try { } catch { } finally { }\n')],
  ['loops over arrays', many('for (a of b) { }\n')],
  ['open loops over arrays', many('for (a of b) ')],
  ['as', many('a as Integer as ', 'x = ', 'Integer;')],
  ['new', many('x = new Map();\n')],
  ['await', many('await ', 'x = ', 'f();')],
  ['not', many('not ', 'x = ', 'true;')],
  ['and', many('a and ', 'x = ', 'b;')],
  ['coalescing', many('a ?? ', 'x = ', 'b;')],
  ['optional chains', many('?.b', 'x = a', ';')],
  ['arrows', many('->b', 'x = a', ';')],
  ['remarks of other languages', many('# a\n')],
  ['remarks of Basic', many("' a\n")],
  ['increments before', many('++a;\n', 'Integer a;\n')],
  ['calls of the console', many('console.log("a");\n')],
  ['markup', many('<b>a</b>\n')],
  ['imports', many('import a from "b";\n')],
  ['regular expressions', many('x = /a/.test(b);\n')],
  ['bits', many('x = a & b | c ^ d;\n', 'Integer a; Integer b; Integer c; Integer d;\n')],
  ['foreign loops', many('foreach (a as b) { }\n')],
  ['end ifs', many('if a then b end if\n')],
];

export const shapes: readonly Shape[] = [
  ...chains,
  ...depths,
  ...manyOf,
  ...long,
  ...misspelt,
  ...mistakes,
  ...foreign,
];
