/**
 * The labels of an options message (special type 17): a JSON array of strings (chat-domain §6.3, Q28).
 * Objects with `text`, `label` or `value` are undocumented but taken. What cannot be read gives no
 * buttons, and a problem in words.
 */
export function parseOptions(specialParam: string): {
  readonly options: readonly string[];
  readonly problem: string;
} {
  let parsed: unknown;
  try {
    parsed = JSON.parse(specialParam);
  } catch {
    return {
      options: [],
      problem:
        'The options are not JSON, so the message has no buttons. Pass an array of strings, such as ["Yes","No"].',
    };
  }
  if (!Array.isArray(parsed)) {
    return {
      options: [],
      problem:
        'The options are not a JSON array, so the message has no buttons. Pass an array of strings, such as ["Yes","No"].',
    };
  }
  const labels = parsed.map(labelOf);
  const options = labels.filter((label) => label !== '');
  const undocumented = parsed.some((option) => typeof option !== 'string');
  return {
    options,
    problem: undocumented
      ? 'Some options are not plain strings. SuperOffice documents strings only; others may not show there.'
      : '',
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
