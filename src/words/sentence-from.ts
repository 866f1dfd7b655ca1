import type { Catalogue, CodedText } from './catalogue.ts';

/**
 * What was said, in the words of a catalogue. A code that it does not know, of a newer build perhaps, shows itself and what
 * belongs to it; so does one whose parameters are not what they should be. It never throws: logs may be damaged.
 */
export function sentenceFrom(catalogue: Catalogue, said: CodedText): string {
  const { code, params }: Partial<CodedText> = typeof said === 'object' ? said : {};
  return made(catalogue, String(code), params) ?? bare(String(code), params);
}

function made(catalogue: Catalogue, code: string, params: unknown): string | undefined {
  const make = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  try {
    const text: unknown = make?.(params as never);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

function bare(code: string, params: unknown): string {
  const shown = Object.entries(params ?? {}).map(([name, value]) => `${name}: ${shownValue(value)}`);
  return shown.length === 0 ? code : `${code} (${shown.join(', ')})`;
}

const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
