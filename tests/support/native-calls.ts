import { parseSignature } from '../../src/crmscript/analysis/types/signature.ts';
import type { Library, NativeFunction } from '../../src/crmscript/library.ts';

/*
 * A call of everything in a library, walked from its tables, so that what is added there is called too. The calls use
 * the variables `text`, `other` and `number`, and large values made of them.
 */

export type NativeCall = {
  /** `String.find(String substring)`: what is called. */
  readonly title: string;
  /** What has to be declared before. */
  readonly declarations: string;
  readonly call: string;
};

const turns = (body: string): string => `for (Integer j = 0; j < 2000; j++) { ${body} }`;
const part = '(text.subString(j % 8, 24) + j.toString())';

/** How to declare a large value of a type as a variable of a name. */
const large: Readonly<Record<string, (name: string) => string>> = {
  'Integer[]': (name) => `Integer[] ${name}; ${turns(`${name}.pushBack(number + j * 7919 % 2000);`)}`,
  'String[]': (name) => `String[] ${name}; ${turns(`${name}.pushBack(${part});`)}`,
  'DateTime[]': (name) =>
    `DateTime[] ${name}; ${turns(`DateTime d; d.addMin(j * 7919 % 2000); ${name}.pushBack(d);`)}`,
  'Point[]': (name) =>
    `Point[] ${name}; ${turns(`Point p; p.x = j * 7919 % 2000; p.name = ${part}; ${name}.pushBack(p);`)}`,
  'Byte[]': (name) => `Byte[] ${name} = text.toByteArray();`,
  'XMLNode[]': (name) => `XMLNode[] ${name}; ${turns(`${name}.pushBack(XMLNode("n"));`)}`,
  Vector: (name) => `Vector ${name}; ${turns(`${name}.pushBack(${part});`)}`,
  Map: (name) => `Map ${name}; ${turns(`${name}.insert(${part}, ${part});`)}`,
  XMLNode: (name) =>
    `XMLNode ${name}; ${turns(`XMLNode c = XMLNode("n"); c.setText(${part}); ${name}.addChild(c);`)}`,
  JSONBuilder: (name) => `JSONBuilder ${name}; ${turns(`${name}.addString(${part}, ${part});`)}`,
  StringMatrix: (name) => `StringMatrix ${name}; ${turns(`${name}.addRow(); ${name}.addCell(${part});`)}`,
  Parser: (name) =>
    `Parser ${name}; ${turns(`${name}.setVariable(${part}, ${part}); ${name}.addVariable("a", ${part});`)}`,
  StringObjectDictionary: (name) =>
    `StringObjectDictionary ${name}; ${turns(`${name}.insertString(${part}, ${part});`)}`,
  NSStream: (name) => `NSStream ${name}; ${name}.SetStream(text.toByteArray());`,
  EventData: (name) => `EventData ${name} = getEventData();`,
  SearchEngine: (name) =>
    `SearchEngine ${name}; ${name}.addField("big.id"); ${name}.addField("big.name"); ${name}.addCriteria("big.name", "OperatorLike", "%w 1%x"); ${name}.execute();`,
  GenericSearch: (name) => `GenericSearch ${name}; ${name}.addField("big.name"); ${name}.execute();`,
  Cache: (name) => `Cache ${name}; ${name}.getData("big");`,
  ExtraTable: (name) => `ExtraTable ${name} = getExtraTable("big"); ${name}.load(1);`,
  Generic: (name) => `Integer[] of${name}; ${turns(`of${name}.pushBack(j);`)} Generic ${name} = of${name};`,
  Point: (name) => `Point ${name}; ${name}.name = text; ${turns(`${name}.list.pushBack(j);`)}`,
};

const struct =
  'struct Point { Integer x; String name; Integer[] list; Bool compare(Point o) { return x > o.x; } };\n';

const simple: Readonly<Record<string, string>> = {
  String: 'other',
  Integer: 'number',
  Long: 'Long(number)',
  Float: 'Float(number)',
  Bool: '(number % 2 == 0)',
  Byte: 'Byte(number)',
};

class Arguments {
  declarations = '';
  #count = 0;

  /** An expression of a type. */
  of(type: string): string {
    const known = simple[type];
    if (known !== undefined) return known;
    const name = `v${String(this.#count++)}`;
    this.declarations += `${(large[type] ?? ((own: string) => `${type} ${own};`))(name)}\n`;
    return name;
  }

  list(native: NativeFunction, element?: string): string {
    const { parameters } = parseSignature(native.signature);
    return parameters.map(({ type }) => this.of(type === 'T' ? (element ?? type) : type)).join(', ');
  }
}

/** These end the run or wait, or are called elsewhere. */
const left = new Set(['exitWithMessage', 'sleep']);

function callOn(type: string, native: NativeFunction, element?: string): NativeCall {
  const args = new Arguments();
  const list = args.list(native, element);
  const { name } = parseSignature(native.signature);
  const title = `${type}.${native.signature.slice(native.signature.indexOf(' ') + 1)}`;
  if (type === 'String')
    return { title, declarations: args.declarations, call: `String r = text; r.${name}(${list})` };
  if (simple[type] !== undefined || ['Date', 'Time', 'DateTime', 'TimeSpan'].includes(type)) {
    const receiver = simple[type] ?? '';
    const given = receiver === '' ? `${type} given;\n` : '';
    const call = `${type} r = ${receiver === '' ? 'given' : receiver}; r.${name}(${list})`;
    return { title, declarations: args.declarations + given, call };
  }
  const receiver = args.of(type);
  return { title, declarations: struct + args.declarations, call: `${receiver}.${name}(${list})` };
}

function callOf(native: NativeFunction, prefix = ''): NativeCall {
  const args = new Arguments();
  const list = args.list(native).replace(/^other\b/, 'text');
  const { name } = parseSignature(native.signature);
  const title = prefix + native.signature.slice(prefix === '' ? native.signature.indexOf(' ') + 1 : 0);
  return { title, declarations: args.declarations, call: `${name}(${list})` };
}

const elements = ['Integer', 'String', 'DateTime', 'Point'];

/** Of a class in the tables everything that is not a getter or setter like any other. */
const classesOfTables = ['EventDataDialogDefinition', 'EventDataDialogField', 'NSSaleAgent', 'NSSaleEntity'];

/** A call of every function, constructor and method of a library, of arrays and of structs. */
export function nativeCalls(library: Library): readonly NativeCall[] {
  const functions = library.functions
    .filter(({ signature }) => !left.has(parseSignature(signature).name))
    .map((native) => callOf(native));
  const classes = library.classes.flatMap(({ name, constructors, methods }) => [
    ...constructors.map((native) => callOf(native, 'new ')),
    ...methods.map((native) => callOn(name, native)),
  ]);
  const arrays = elements.flatMap((element) =>
    library.arrayMethods.map((native) => callOn(`${element}[]`, native, element)),
  );
  const structs = library.structMethods.map((native) => callOn('Point', native));
  const tables = library.tables?.();
  const ofTables = classesOfTables.flatMap((name) =>
    (tables?.classes[name]?.methods ?? []).map((signature) => callOn(name, { signature })),
  );
  return [...functions, ...classes, ...arrays, ...structs, ...ofTables, ...expressions];
}

/** What the language itself does with large values. */
const expressions: readonly NativeCall[] = [
  ['an equal text', '', 'Bool b = text + "x" == other + "x"'],
  ['a joined text', '', 'String b = text + other'],
  ['a text in order', '', 'Bool b = text < other'],
  ['a thrown text', '', 'throw other'],
  ['a division by zero', '', 'Integer b = 1 / (number - number)'],
  ['an array of a size', '', 'Integer[1000] b'],
  ['an array of texts', '', 'String[1000] b'],
  ['a call', 'Integer f(Integer n) { return n; }', 'f(number)'],
  ['a struct', struct, 'Point p'],
  ['a date', '', 'DateTime d'],
].map(([title = '', declarations = '', call = '']) => ({ title, declarations, call }));
