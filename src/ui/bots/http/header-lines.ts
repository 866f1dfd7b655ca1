/** Headers as lines, `name: value` each. */
export const writtenLines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** The headers that lines say, or the line that is none. */
export function readLines(
  text: string,
): { readonly values: Readonly<Record<string, string>> } | { readonly line: string } {
  const values: Record<string, string> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, value = ''] = /^\s*([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) return { line: line.trim() };
    values[name] = value.trim();
  }
  return { values };
}
