import {
  type JsonBuilderValue,
  type NativeContext,
  type NativeFunction,
  type StringMatrixValue,
} from '../../crmscript/library.ts';
import { callerOf } from '../crmscript/caller-of.ts';
import { execute, type SearchValue } from './search.ts';

/* The whole result of a search at once, in other shapes. */

type Label = { readonly name: string; readonly type: string };

const labelsOf = ({ fields }: SearchValue): Label[] => fields.map(({ text }) => ({ name: text, type: '' }));

/** `label:type,label:type`; what is not named keeps the field's own name. */
function labelsFrom(self: SearchValue, text: string): readonly Label[] {
  const given = text.trim() === '' ? [] : text.split(',');
  return labelsOf(self).map((own, index) => {
    const [name = '', type = ''] = (given[index] ?? '').split(':').map((part) => part.trim());
    return name === '' ? own : { name, type: type.toLowerCase() };
  });
}

function addRows(
  context: NativeContext,
  builder: JsonBuilderValue,
  { found }: SearchValue,
  labels: readonly Label[],
): void {
  for (const row of found) {
    builder.push(context, '', { kind: 'object', members: [] });
    row.forEach((value, column) => {
      const { name, type } = labels[column] ?? { name: String(column), type: '' };
      addCell(context, builder, name, type, value ?? '');
    });
    builder.pop();
  }
}

function addCell(
  context: NativeContext,
  builder: JsonBuilderValue,
  name: string,
  type: string,
  text: string,
): void {
  if (type === 'integer' || type === 'float') {
    const number = Number.isFinite(Number(text)) ? Number(text) : 0;
    const shown = type === 'float' ? number.toFixed(6) : String(Math.trunc(number));
    builder.add(context, name, { kind: 'number', text: shown });
  } else if (type === 'bool' || type === 'boolean') {
    builder.add(context, name, { kind: 'bool', value: /^(?:1|true)$/i.test(text) });
  } else builder.add(context, name, { kind: 'string', text });
}

/** As the documentation shows it: the names between lines of dashes, then the rows, all padded with blanks. */
function textTable(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines;
  const widths = head.map((_, column) => longest(lines.map((line) => line[column] ?? '')));
  const total = widths.reduce((sum, width) => sum + width + 1, 1);
  const rule = '- '.repeat(Math.ceil(total / 2)).trimEnd();
  const row = (line: readonly string[], between: string): string =>
    ` ${widths.map((width, column) => (line[column] ?? '').padEnd(width)).join(between)}`;
  return [rule, row(head, '|'), rule, ...body.map((line) => row(line, ' '))].join('\n');
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((length, text) => Math.max(length, text.length), 0);

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function htmlTable(lines: readonly (readonly string[])[]): string {
  const row = (line: readonly string[], tag: string): string =>
    `<tr>${line.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  const [head = [], ...body] = lines;
  return `<table border='1' style='border-collapse: collapse'>${row(head, 'th')}${body.map((line) => row(line, 'td')).join('')}</table>`;
}

/** The names of the fields and the rows, written by `write`. */
const asText =
  (write: (lines: readonly (readonly string[])[]) => string) =>
  (context: NativeContext, self: SearchValue): string => {
    execute(callerOf(context), self);
    const found = self.found.map((row) => row.map((cell) => cell ?? ''));
    const lines = [self.fields.map(({ text }) => text), ...found];
    const widest = longest(lines.flat());
    context.text(6 * lines.length * self.fields.length * (widest + 4));
    return write(lines);
  };

export const wholeMethods: readonly NativeFunction[] = [
  { signature: 'String executeTextTable()', run: asText(textTable) },
  { signature: 'String executeHTMLTable()', run: asText(htmlTable) },
  {
    signature: 'String executeJSON()',
    run: (context, self: SearchValue) => {
      execute(callerOf(context), self);
      const names = self.fields.map(({ text }) => text);
      const rows = self.found.map((row) =>
        Object.fromEntries(row.map((cell, column): [string, string] => [names[column] ?? '', cell ?? ''])),
      );
      const text = JSON.stringify(rows);
      context.text(text.length);
      return text;
    },
  },
  {
    signature: 'Void executeToJSONBuilder(JSONBuilder jb, String fields, String arrayName)',
    run: (context, self: SearchValue, builder: JsonBuilderValue, fields: string, array: string) => {
      execute(callerOf(context), self);
      builder.push(context, array, { kind: 'array', items: [] });
      addRows(context, builder, self, labelsFrom(self, fields));
      builder.pop();
    },
  },
  {
    signature: 'Void executeInto(StringMatrix matrix)',
    run: (context, self: SearchValue, matrix: StringMatrixValue) => {
      execute(callerOf(context), self);
      matrix.rows = self.found.map((row) => row.map((one) => one ?? ''));
    },
  },
];
