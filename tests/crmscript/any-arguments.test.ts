import { describe, expect, it } from 'vitest';
import { parseSignature } from '../../src/crmscript/analysis/types/signature.ts';
import { compile } from '../../src/crmscript/compile.ts';
import { createLibrary, type NativeFunction } from '../../src/crmscript/library.ts';
import { run } from '../../src/crmscript/run.ts';
import { library as complete, testEnvironment } from './run-source.ts';

/*
 * Whatever a script hands to the library, the answer is a value, an exception that the script can catch, or a limit:
 * never an exception of the host, and the same each time.
 */

const library = createLibrary();

/** Values of each type that are at an edge, as expressions over the variables below. */
const values: Readonly<Record<string, readonly string[]>> = {
  String: [
    'noString',
    '""',
    '"a"',
    '"a,b\\n<c> \\"x\\""',
    '"12"',
    '"{\\"a\\": [1, null]}"',
    '"[]"',
    'odd',
    '"("',
  ],
  Integer: ['noInteger', '0', '1', '-1', '2147483647', '-2147483647 - 1', '40'],
  Long: ['noLong', '0L', '-1L', '9223372036854775807L'],
  Float: ['noFloat', '0.0', '-1.5', '1e308', '1e308 * 10.0', 'notANumber'],
  Bool: ['false', 'true'],
  Byte: ['Byte(0)', 'Byte(255)'],
  Date: ['noDate', 'Date("0001-01-01")', 'Date("9999-12-31")'],
  Time: ['noTime', 'Time("23:59:59")'],
  DateTime: ['noDateTime', 'DateTime("0001-01-01")', 'DateTime("9999-12-31 23:59:59")'],
  Generic: ['noGeneric', '5', '"x"', 'aMap', 'aStruct'],
  'Byte[]': ['noBytes', 'bytes'],
  'Integer[]': ['noIntegers', 'integers'],
  'XMLNode[]': ['noNodes', 'nodes'],
};

const declarations = `
String noString; Integer noInteger; Long noLong; Float noFloat; Generic noGeneric;
Date noDate = Date(""); Time noTime = Time(""); DateTime noDateTime = DateTime("");
Float notANumber = pow(-1.0, 0.5);
String odd = parseJSON("[\\"\\\\ud800 \\\\u0000 \\\\u0130\\"]").getValueFromPath("0");
Byte[] noBytes; Byte[] bytes = "aå".toByteArray(); Integer[] noIntegers; Integer[2] integers;
XMLNode[] noNodes; XMLNode[1] nodes; nodes[0] = XMLNode("n");
struct Point { Integer x; String toString() { return "P"; } };
Point aStruct;
${library.classes.map(({ name }) => `${name} a${name};`).join(' ')}
`;

const choices = (type: string): readonly string[] => values[type] ?? [`a${type}`];

/** Each value of each parameter at least once, the others moving along. */
function argumentLists(native: NativeFunction): string[] {
  const lists = parseSignature(native.signature).parameters.map(({ type }) => choices(type));
  const most = Math.max(1, ...lists.map((list) => list.length)) * (lists.length > 1 ? 3 : 1);
  return Array.from({ length: most }, (_, round) =>
    lists.map((list, index) => list[(round * (index + 1) + index) % list.length] ?? '').join(', '),
  );
}

const caught = (statement: string): string => `try { ${statement}; } catch { printLine(error); }`;

/** A program for every function, method and constructor, each called in many ways. */
function programs(): [string, string][] {
  const functions = library.functions
    .filter(({ signature }) => !/ (?:exitWithMessage|sleep)\(/.test(signature))
    .map((native): [string, string] => {
      const { name } = parseSignature(native.signature);
      return [
        native.signature,
        argumentLists(native)
          .map((args) => caught(`${name}(${args})`))
          .join('\n'),
      ];
    });
  const members = library.classes.flatMap(({ name, constructors, methods }) => [
    ...constructors.map((native): [string, string] => [
      `${name}: ${native.signature}`,
      argumentLists(native)
        .map((args) => caught(`${name}(${args})`))
        .join('\n'),
    ]),
    ...methods.map((native): [string, string] => [
      `${name}: ${native.signature}`,
      choices(name)
        .flatMap((receiver, index) =>
          argumentLists(native).map((args) => {
            const variable = `r${String(index)}`;
            const call = `${variable}.${parseSignature(native.signature).name}(${args})`;
            return caught(`${name} ${variable} = ${receiver}; ${call}; ${call}`);
          }),
        )
        .join('\n'),
    ]),
  ]);
  return [...functions, ...members];
}

describe('the library', () => {
  it.each(programs())('takes anything: %s', (_, calls) => {
    const source = declarations + calls;

    const { diagnostics, program } = compile(source, { file: 'main', library: complete });
    const outcomes = [1, 2].map(() => {
      const environment = testEnvironment();
      const failure = program && run(program, { environment }).failure;
      return { printed: environment.printed, kind: failure?.kind ?? '' };
    });

    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outcomes[0]?.kind).toMatch(/^(?:\w+Limit)?$/);
    expect(outcomes[1]).toEqual(outcomes[0]);
  });
});
