import { coded, type CodedText } from './codes.ts';

/**
 * The labels of an options message (special type 17): a JSON array of strings (chat-domain §6.3, Q28).
 * Objects with `text`, `label` or `value` are undocumented but taken. What cannot be read gives no
 * buttons, and a problem.
 */
export function parseOptions(specialParam: string): {
  readonly options: readonly string[];
  readonly problem: CodedText | undefined;
} {
  let parsed: unknown;
  try {
    parsed = JSON.parse(specialParam);
  } catch {
    return {
      options: [],
      problem: coded('options-no-json', {}),
    };
  }
  if (!Array.isArray(parsed)) {
    return {
      options: [],
      problem: coded('options-no-list', {}),
    };
  }
  const labels = parsed.map(labelOf);
  const options = labels.filter((label) => label !== '');
  const undocumented = parsed.some((option) => typeof option !== 'string');
  return {
    options,
    problem: undocumented ? coded('options-no-texts', {}) : undefined,
  };
}

function labelOf(option: unknown): string {
  if (typeof option === 'string') return option;
  if (typeof option === 'number' || typeof option === 'boolean') return String(option);
  if (typeof option !== 'object' || option === null) return '';
  for (const name of ['text', 'label', 'value']) {
    const value: unknown = Object.hasOwn(option, name)
      ? (option as Record<string, unknown>)[name]
      : undefined;
    if (typeof value === 'string') return value;
  }
  return '';
}
