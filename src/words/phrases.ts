/* What sentences are made of. */

/** An amount, with its thousands apart. */
export const amount = (value: number): string => value.toLocaleString('en-US');

/** A number that names a thing. */
export const nr = (value: number | string): string => String(value);

export const list = (values: readonly (number | string)[]): string => values.map(String).join(', ');
