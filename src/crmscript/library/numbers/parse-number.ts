const integerStart = /^\s{0,200}([+-]?\d{1,40})/;
const floatStart = /^\s{0,200}([+-]?(?:\d{1,400}(?:[.,]\d{0,400})?|[.,]\d{1,400})(?:[eE][+-]?\d{1,5})?)/;

/** What it takes to read a number at the beginning of a text, however long that is. */
export const workOfNumber = 768;

export const clampInteger = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.max(-2147483648, Math.min(2147483647, value)) | 0;

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;
export const clampLong = (value: bigint): bigint =>
  value < smallest ? smallest : value > largest ? largest : value;

/** The number with which a text begins, held to 32 bits; null if it begins with none (crm Q25). */
export function parseIntegerText(text: string): number | null {
  const match = integerStart.exec(text);
  return match?.[1] === undefined ? null : clampInteger(Number(match[1]));
}

export function parseLongText(text: string): bigint | null {
  const match = integerStart.exec(text);
  return match?.[1] === undefined ? null : clampLong(BigInt(match[1].replace('+', '')));
}

/** As `parseIntegerText`; the decimals come after a point or a comma. */
export function parseFloatText(text: string): number | null {
  const match = floatStart.exec(text);
  return match?.[1] === undefined ? null : Number(match[1].replace(',', '.'));
}

/** Whether `parseIntegerText` finds a number. */
export const startsWithNumber = (text: string): boolean => integerStart.test(text);
