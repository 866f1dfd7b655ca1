import fc from 'fast-check';

/*
 * Programs that put texts together, of which each stands in them once: `<1>`, `<2>` and so on. They go through variables, fields, Maps,
 * Vectors, arrays, functions and loops.
 */

let literals = 0;
const literal = (): string => `"<${String(++literals)}>"`;

const name = fc.constantFrom('a', 'b', 'c', 'g', 'p.s', 'q.s');
const key = fc.constantFrom('"k"', '"l"');

const statement: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(name, name).map(([to, from]) => `${to} = ${from};`),
  fc.tuple(name, name).map(([to, from]) => `${to} = ${from} + ${literal()};`),
  fc.tuple(name, name).map(([to, from]) => `${to} = ${literal()} + ${from};`),
  name.map((to) => `${to} = ${literal()};`),
  name.map((to) => `${to} += ${literal()};`),
  fc.tuple(name, name, name).map(([to, one, other]) => `${to} = ${one} + ${other};`),
  fc.tuple(name, name).map(([to, from]) => `${to} = same(${from});`),
  fc.tuple(name, name).map(([to, from]) => `${to} = wrap(${from});`),
  fc.tuple(key, name).map(([at, from]) => `m.insert(${at}, ${from});`),
  fc.tuple(key, name).map(([at, to]) => `${to} = m.get(${at});`),
  name.map((from) => `v.pushBack(${from});`),
  name.map((to) => `if (v.size() > 0) { ${to} = v.get(v.size() - 1); }`),
  name.map((from) => `list.pushFront(${from});`),
  fc.constant('if (list.length() > 1) { list.popBack(); }'),
  name.map((to) => `if (list.length() > 0) { ${to} = list[list.length() - 1]; }`),
  fc.constant('q = p;'),
  fc
    .tuple(name, name)
    .map(([to, from]) => `for (Integer i = 0; i < 2; i++) { ${to} = ${from} + ${literal()}; }`),
  fc.tuple(name, name).map(([to, from]) => `foreach (String one in list) { ${to} = ${from} + one; }`),
);

export const textPrograms: fc.Arbitrary<string> = fc
  .array(statement, { minLength: 3, maxLength: 14 })
  .map((statements) =>
    [
      'struct P { String s; };',
      'String g;',
      'String same(String t) { String u = t; return u; }',
      'String wrap(String t) { g = t; return "[" + t + "]"; }',
      'String a = "<0>";',
      'String b;',
      'String c;',
      'P p;',
      'P q;',
      'Map m;',
      'Vector v;',
      'String[] list;',
      ...statements,
      'print(a);',
    ].join('\n'),
  );
