import type { LibraryPart } from '../parts.ts';
import type { Measured, NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { coded } from '../../codes.ts';
import { TextBuilder } from './text-builder.ts';
import { chargeText } from './text.ts';

/** Variables of the template engine, each with one value or several rows of them (crm §10.9). */
export class ParserValue implements Measured {
  readonly variables = new Map<string, string[]>();

  row(name: string, row: number): string | undefined {
    return this.variables.get(name)?.[row];
  }

  measure(visit: <T>(value: T) => T): number {
    let names = 0;
    for (const [name, values] of this.variables) {
      names += name.length;
      visit(values);
    }
    return 64 + 80 * this.variables.size + 2 * names;
  }
}

function tree(context: NativeContext, self: ParserValue): string {
  const made = new TextBuilder();
  let isFirst = true;
  for (const [name, values] of self.variables) {
    for (const [row, value] of values.entries()) {
      context.text(name.length + value.length);
      context.spend(1);
      made.add(`${isFirst ? '' : '\n'}${name}[${String(row)}] = ${value}`);
      isFirst = false;
    }
  }
  return made.text();
}

/** The pieces of a template: text, and what stands between `[[` and `]]`. */
function* pieces(text: string): Generator<{ readonly before: string; readonly code?: string }> {
  let from = 0;
  for (;;) {
    const start = text.indexOf('[[', from);
    const end = start < 0 ? -1 : text.indexOf(']]', start);
    if (end < 0) break;
    yield { before: text.slice(from, start), code: text.slice(start + 2, end) };
    from = end + 2;
  }
  yield { before: text.slice(from) };
}

/** To look a name up, and say that there is none. */
const workOfCode = 4096;

/** `[[name]]` by its value; what is unknown, and statements of the template language, stay as they are. */
export function fillTemplate(context: NativeContext, self: ParserValue, text: string): string {
  context.work(16 * text.length);
  const parts: string[] = [];
  for (const { before, code } of pieces(text)) {
    parts.push(before);
    if (code === undefined) continue;
    context.work(workOfCode);
    context.charge(40);
    const shown = valueOf(context, self, code) ?? `[[${code}]]`;
    chargeText(context, shown.length);
    parts.push(shown);
  }
  const filled = parts.join('');
  chargeText(context, filled.length);
  return filled;
}

/** What a name between the brackets stands for; says so where it is none. */
function valueOf(context: NativeContext, self: ParserValue, code: string): string | undefined {
  const name = code.trim();
  const value = name === 'PARSER_TREE' ? tree(context, self) : self.row(name, 0);
  if (value !== undefined) return value;
  context.environment.hint(context.site, coded('template-unknown', { name: name.slice(0, 60) }));
  return undefined;
}

/**
 * What the first `[[RETURN …]]` of the text gives: a text in quotes, in which variables are filled in, or the value
 * of a variable; "" where there is none (crm §10.9). How SuperOffice writes the statement is not documented.
 */
function evaluate(context: NativeContext, self: ParserValue, text: string): string {
  context.work(32 * text.length);
  const start = text.indexOf('[[RETURN ');
  if (start < 0) return '';
  const rest = text.slice(start + '[[RETURN '.length).trimStart();
  if (!rest.startsWith('"')) return valueOf(context, self, until(rest, ']]')) ?? '';
  return fillTemplate(context, self, until(rest.slice(1), '"'));
}

const until = (text: string, mark: string): string => {
  const end = text.indexOf(mark);
  return end < 0 ? text : text.slice(0, end);
};

const methods: readonly NativeFunction[] = [
  {
    signature: 'Void setVariable(String name, String value)',
    run: (context, self: ParserValue, name: string, value: string) => {
      context.charge(64);
      self.variables.set(name, [value]);
    },
  },
  {
    signature: 'Void addVariable(String field, String value)',
    run: (context, self: ParserValue, name: string, value: string) => {
      context.charge(64);
      const values = self.variables.get(name);
      if (values === undefined) self.variables.set(name, [value]);
      else values.push(value);
    },
  },
  {
    signature: 'String getVariable(String name, Integer row)',
    run: (_context, self: ParserValue, name: string, row: number) => self.row(name, row) ?? null,
  },
  {
    signature: 'Integer getVariableCount(String name)',
    run: (_context, self: ParserValue, name: string) => self.variables.get(name)?.length ?? 0,
  },
  {
    signature: 'String parseString(String stringToParse)',
    differs: 'replaces variables; statements of the template language stay as they are',
    run: fillTemplate,
  },
  {
    signature: 'String evaluateString(String stringToParse)',
    differs:
      'gives what the first [[RETURN …]] has, a variable or a text in quotes; other statements are passed over',
    run: evaluate,
  },
  {
    signature: 'Void toParser(Parser parser)',
    run: (context, self: ParserValue, other: ParserValue) => {
      for (const [name, values] of self.variables) {
        context.charge(64 + 8 * values.length);
        context.spend(2);
        other.variables.set(name, [...values]);
      }
    },
  },
];

const parserClass: NativeClass = {
  name: 'Parser',
  make: (context) => {
    context.charge(64);
    return new ParserValue();
  },
  text: ({ variables }: ParserValue) => `{${[...variables.keys()].join(', ')}}`,
  constructors: [{ signature: 'Parser()', run: () => new ParserValue() }],
  methods,
};

export const parserPart: LibraryPart = { classes: [parserClass] };
