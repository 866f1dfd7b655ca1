import type { LibraryPart } from '../parts.ts';
import type { Measured, NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import type { Parts, Unfolding } from '../../run/shown-values.ts';
import { detached } from '../../run/detach.ts';
import { parseIntegerText, workOfNumber } from '../numbers/parse-number.ts';
import { splitAt } from '../text/string-search.ts';
import { chargeText } from '../text/text.ts';

/** A list of texts (crm §10.6). */
export class VectorValue implements Measured, Unfolding {
  items: string[];

  constructor(items: string[] = []) {
    this.items = items;
  }

  parts(): Parts {
    return { type: 'Vector', text: `${String(this.items.length)} elements`, indexed: this.items };
  }

  measure(visit: <T>(value: T) => T): number {
    visit(this.items);
    return 48;
  }
}

function check(context: NativeContext, self: VectorValue, index: number): void {
  if (index >= 0 && index < self.items.length) return;
  const text = `Vector: index ${String(index)} is out of range, the size is ${String(self.items.length)}.`;
  context.fail('RunTimeException', text);
}

const methods: readonly NativeFunction[] = [
  {
    signature: 'Void parseString(String text, String delimiter)',
    run: (context, self: VectorValue, text: string, delimiter: string) => {
      if (delimiter === '') context.fail('RunTimeException', 'parseString: the delimiter is empty.');
      self.items = splitAt(context, text, delimiter).map((item) => detached(item, text.length));
    },
  },
  {
    signature: 'Void removeAt(Integer index)',
    run: (context, self: VectorValue, index: number) => {
      check(context, self, index);
      context.work(self.items.length);
      self.items.splice(index, 1);
    },
  },
  {
    signature: 'String get(Integer index)',
    run: (context, self: VectorValue, index: number) => {
      check(context, self, index);
      return self.items[index];
    },
  },
  {
    signature: 'Void set(Integer index, String value)',
    run: (context, self: VectorValue, index: number, value: string) => {
      check(context, self, index);
      self.items[index] = value;
    },
  },
  { signature: 'Integer size()', blind: true, run: (_context, self: VectorValue) => self.items.length },
  {
    signature: 'Integer[] toIntegerArray()',
    run: (context, self: VectorValue) => {
      context.charge(16 + 8 * self.items.length);
      context.work(workOfNumber * self.items.length);
      return self.items.map(parseIntegerText);
    },
  },
  {
    signature: 'String[] toStringArray()',
    run: (context, self: VectorValue) => {
      context.charge(16 + 8 * self.items.length);
      return [...self.items];
    },
  },
  {
    signature: 'String buildString(String delimiter)',
    run: (context, self: VectorValue, delimiter: string) => {
      chargeText(
        context,
        self.items.reduce((sum, item) => sum + item.length + delimiter.length, 0),
      );
      return self.items.join(delimiter);
    },
  },
  {
    signature: 'Void pushBack(String element)',
    blind: true,
    run: (context, self: VectorValue, item: string) => {
      context.charge(8);
      self.items.push(item);
    },
  },
];

const vectorClass: NativeClass = {
  name: 'Vector',
  make: (context) => {
    context.charge(48);
    return new VectorValue();
  },
  text: (vector: VectorValue) => `[${vector.items.slice(0, 100).join(', ')}]`,
  constructors: [
    { signature: 'Vector()', run: () => new VectorValue() },
    {
      signature: 'Vector(Integer[] value)',
      run: (context, numbers: (number | null)[]) => {
        context.charge(48 + 24 * numbers.length);
        return new VectorValue(numbers.map((value) => String(value ?? 0)));
      },
    },
  ],
  methods,
};

export const vectorPart: LibraryPart = { classes: [vectorClass] };
