import type { LibraryPart } from '../parts.ts';
import type { NativeClass, NativeContext, NativeImplementation } from '../../analysis/types/native.ts';
import { clampInteger, clampLong, parseFloatText, parseIntegerText, workOfNumber } from './parse-number.ts';

const nothing = (): null => null;
const same = (_context: NativeContext, value: unknown): unknown => value;
const isNull = (_context: NativeContext, value: unknown): boolean => value === null;

const reading =
  (read: (text: string) => number | null): NativeImplementation =>
  (context, text: string) => {
    context.work(workOfNumber);
    return read(text);
  };

const hex = (value: number): string => (value >>> 0).toString(16);

const integerClass: NativeClass = {
  name: 'Integer',
  make: nothing,
  constructors: [
    { signature: 'Integer()', run: nothing },
    { signature: 'Integer(Integer value)', run: same, raw: true },
    { signature: 'Integer(String value)', run: reading(parseIntegerText) },
  ],
  methods: [
    {
      signature: 'String toString()',
      differs: 'without a value it is what the option nullIntegerText says, "0" at first',
      raw: true,
      run: (context, value: number | null) =>
        value === null ? context.environment.options.nullIntegerText : String(value),
    },
    { signature: 'Bool toBool()', run: (_context, value: number) => value !== 0 },
    { signature: 'Integer abs()', run: (_context, value: number) => Math.abs(value) | 0 },
    { signature: 'String toHex()', run: (_context, value: number) => hex(value) },
    { signature: 'String toHex(Integer value)', run: (_context, _self: number, value: number) => hex(value) },
    { signature: 'Bool isNull()', run: isNull, raw: true },
  ],
};

const longClass: NativeClass = {
  name: 'Long',
  make: nothing,
  constructors: [
    { signature: 'Long()', run: nothing },
    { signature: 'Long(Long value)', run: same, raw: true },
    {
      signature: 'Long(Integer value)',
      raw: true,
      run: (_context, value: number | null) => (value === null ? null : BigInt(value)),
    },
  ],
  methods: [
    { signature: 'String toString()', run: (_context, value: bigint) => String(value) },
    { signature: 'Bool isNull()', run: isNull, raw: true },
    {
      signature: 'Integer getHighInteger()',
      run: (_context, value: bigint) => Number(BigInt.asIntN(32, value >> 32n)),
    },
    {
      signature: 'Integer getLowInteger()',
      run: (_context, value: bigint) => Number(BigInt.asIntN(32, value)),
    },
  ],
};

/** `toString(decimals)`: rounded half away from zero, as people round; never in exponent form. */
function toDecimals(value: number, decimals: number): string {
  const digits = Math.min(Math.max(decimals, 0), 100);
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1e21) return BigInt(value).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  const text = value.toFixed(digits);
  return Number(text) === 0 && text.startsWith('-') ? text.slice(1) : text;
}

const floatClass: NativeClass = {
  name: 'Float',
  make: nothing,
  constructors: [
    { signature: 'Float()', run: nothing },
    { signature: 'Float(Float value)', run: same, raw: true },
    { signature: 'Float(Integer value)', run: same, raw: true },
    { signature: 'Float(String value)', run: reading(parseFloatText) },
    { signature: 'Float(Long value)', run: (_context, value: bigint) => Number(value) },
  ],
  methods: [
    {
      signature: 'String toString(Integer decimals)',
      run: (context, value: number, decimals: number) => {
        context.work(workOfNumber);
        return toDecimals(value, decimals);
      },
    },
    { signature: 'Float abs()', run: (_context, value: number) => Math.abs(value) },
    { signature: 'Integer floor()', run: (_context, value: number) => clampInteger(Math.floor(value)) },
    { signature: 'Integer round()', run: (_context, value: number) => clampInteger(Math.round(value)) },
    { signature: 'Bool isNull()', run: isNull, raw: true },
  ],
};

const boolClass: NativeClass = {
  name: 'Bool',
  make: () => false,
  constructors: [
    { signature: 'Bool()', run: () => false },
    { signature: 'Bool(Bool value)', run: same },
  ],
  methods: [
    { signature: 'Integer toInteger()', run: (_context, value: boolean) => (value ? 1 : 0) },
    { signature: 'String toString()', run: (_context, value: boolean) => String(value) },
  ],
};

const byteClass: NativeClass = {
  name: 'Byte',
  make: () => 0,
  constructors: [
    { signature: 'Byte()', run: () => 0 },
    { signature: 'Byte(Integer value)', run: (_context, value: number) => value & 255 },
    { signature: 'Byte(Byte value)', run: same },
  ],
  methods: [
    { signature: 'String toHex()', run: (_context, value: number) => hex(value) },
    {
      signature: 'String toHex(Integer padding)',
      run: (_context, value: number, padding: number) => hex(value).padStart(Math.min(padding, 100), '0'),
    },
    { signature: 'String toString()', run: (_context, value: number) => String(value) },
    { signature: 'Integer toInteger()', run: (_context, value: number) => value },
    { signature: 'Bool toBool()', run: (_context, value: number) => value !== 0 },
  ],
};

export const numberPart: LibraryPart = {
  classes: [integerClass, longClass, floatClass, boolClass, byteClass],
  functions: [
    {
      signature: 'Integer modulo(Integer a, Integer b)',
      run: (context, a: number, b: number) =>
        b === 0 ? context.fail('RunTimeException', 'Division by zero.') : (a % b) | 0,
    },
    {
      signature: 'Float pow(Float base, Float exp)',
      // Zero to the power of nothing is documented as no number, too.
      run: (_context, base: number, exp: number) => (base === 0 && exp <= 0 ? Number.NaN : base ** exp),
    },
    {
      signature: 'Integer rand(Integer min, Integer max)',
      differs: 'drawn from the seed of the workspace, so the same each time',
      run: (context, min: number, max: number) => {
        const [low, high] = min <= max ? [min, max] : [max, min];
        return low + Math.floor(context.environment.random() * (high - low + 1));
      },
    },
    { signature: 'String toHex(Integer value)', run: (_context, value: number) => hex(value) },
  ],
};

export { clampLong };
