import type { LibraryPart, Measured, NativeClass, NativeContext, NativeFunction } from '../library.ts';
import { chargeText } from './text.ts';

/** Variables of the template engine, each with one value or several rows of them (crm §10.9). */
export class ParserValue implements Measured {
  readonly variables = new Map<string, string[]>();

  row(name: string, row: number): string | undefined {
    return this.variables.get(name)?.[row];
  }

  measure(visit: (value: unknown) => void): number {
    let slots = 0;
    for (const values of this.variables.values()) {
      slots += values.length + 6;
      for (const value of values) visit(value);
    }
    return 64 + 8 * slots;
  }
}

const tree = (self: ParserValue): string =>
  [...self.variables]
    .flatMap(([name, values]) => values.map((value, row) => `${name}[${String(row)}] = ${value}`))
    .join('\n');

/** `[[name]]` by its value; what is unknown, and statements of the template language, stay as they are. */
export function fillTemplate(context: NativeContext, self: ParserValue, text: string): string {
  context.work(text.length);
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('[[', from);
    const end = start < 0 ? -1 : text.indexOf(']]', start);
    if (end < 0) break;
    const name = text.slice(start + 2, end).trim();
    const value = name === 'PARSER_TREE' ? tree(self) : self.row(name, 0);
    if (value === undefined) {
      context.environment.hint(
        context.site,
        `The template has [[${name.slice(0, 60)}]], which is no variable; statements of templates are not rehearsed. It stays as it is.`,
      );
    }
    const shown = value ?? text.slice(start, end + 2);
    chargeText(context, shown.length);
    parts.push(text.slice(from, start), shown);
    from = end + 2;
  }
  const filled = parts.join('') + text.slice(from);
  chargeText(context, filled.length);
  return filled;
}

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
    needsServer: 'Parser.evaluateString',
    run: (context) =>
      context.fail(
        'NotAvailableOffline',
        'Parser.evaluateString needs the template language of SuperOffice. Use parseString for plain variables.',
      ),
  },
  {
    signature: 'Void toParser(Parser parser)',
    run: (context, self: ParserValue, other: ParserValue) => {
      for (const [name, values] of self.variables) {
        context.charge(64 + 8 * values.length);
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
