import fc from 'fast-check';

/** A few statements in a block, each on lines of its own. */
type Made = readonly string[];

const indent = (lines: Made): Made => lines.map((line) => `  ${line}`);

let loops = 0;

/** Statements that may call the functions before `functions`, so that none calls itself. */
function statements(functions: number, depth: number): fc.Arbitrary<Made> {
  const number = fc.integer({ min: 0, max: 9 });
  const plain: fc.Arbitrary<Made>[] = [
    number.map((n) => [`x = x + ${String(n)};`]),
    number.map((n) => [`total = (total + x * ${String(n)}) % 1000;`]),
    number.map((n) => [`pet.age = pet.age + ${String(n)};`]),
    fc.constant(['print(x.toString());']),
    fc.constant(['addChatMessage(1, x.toString(), 1, "Robot", 0, "");']),
  ];
  const calls = Array.from({ length: functions }, (_, index) => `f${String(index)}`);
  if (calls.length > 0) {
    plain.push(
      fc.constantFrom(...calls).map((name) => [`${name}(x, pet);`]),
      fc
        .tuple(fc.constantFrom(...calls), fc.constantFrom(...calls))
        .map(([one, other]) => [`x = ${one}(x, pet) + ${other}(1, pet);`]),
    );
  }
  if (depth === 0) return fc.oneof(...plain);
  const block = fc
    .array(statements(functions, depth - 1), { minLength: 1, maxLength: 3 })
    .map((made) => indent(made.flat()));
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...plain) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(block, block)
        .map(([one, other]) => ['if (x % 2 == 0) {', ...one, '} else {', ...other, '}']),
    },
    { weight: 1, arbitrary: block.map((body) => loop(body)) },
    { weight: 1, arbitrary: block.map((body) => ['foreach (String s in "a,b".split(",")) {', ...body, '}']) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(block, block)
        .map(([body, caught]) => ['try {', ...body, '  throw "t";', '} catch {', ...caught, '}']),
    },
  );
}

function loop(body: Made): Made {
  const name = `i${String(loops++)}`;
  return [`for (Integer ${name} = 0; ${name} < 2; ${name}++) {`, ...body, '}'];
}

const fn = (index: number): fc.Arbitrary<Made> =>
  fc
    .array(statements(index, 1), { minLength: 1, maxLength: 3 })
    .map((made) => [
      `Integer f${String(index)}(Integer n, Pet pet) {`,
      '  Integer x = n;',
      ...indent(made.flat()),
      '  return x % 50;',
      '}',
    ]);

/** Programs with functions that call each other, loops, conditions, failures, and messages that run a trigger. */
export const programs: fc.Arbitrary<string> = fc
  .tuple(fn(0), fn(1), fc.array(statements(2, 2), { minLength: 2, maxLength: 5 }))
  .map(([first, second, body]) =>
    [
      'Integer total;',
      'struct Pet { Integer age; };',
      ...first,
      ...second,
      'Integer x = 1;',
      'Pet pet;',
      ...body.flat(),
    ].join('\n'),
  );

/** What runs inside each message. */
export const trigger = 'Integer heard = 1;\nheard = heard + 1;\nif (heard == 2) {\n  print("heard");\n}';
