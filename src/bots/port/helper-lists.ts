/** Failures, numbers, lists and maps. */
export const listHelpers = {
  notPorted: {
    text: `
/** Stands where the script did what has no counterpart here. */
function notPorted(what: string): any {
  throw new Error(\`Not ported: \${what}\`);
}`,
  },
  print: {
    text: `
/** Adds to what the script answers. */
function print(text: string): void {
  context.result.body += text;
}`,
  },
  failWith: {
    text: `
/** Throws as the script did, so that a catch reads the same words. */
function failWith(text: string, kind = 'RunTimeException'): never {
  const error = new Error(text);
  error.name = kind;
  throw error;
}`,
  },
  errorText: {
    text: `
/** What the script read as "error" in a catch. */
function errorText(caught: unknown): string {
  if (!(caught instanceof Error)) return String(caught);
  return \`\${caught.name === 'Error' ? 'GeneralException' : caught.name}: \${caught.message}\`;
}`,
  },
  nonZero: {
    uses: ['failWith'],
    text: `
/** A divisor: division by zero is a failure, as it was in the script. */
function nonZero<T extends number | bigint>(divisor: T): T {
  return Number(divisor) === 0 ? failWith('Division by zero.') : divisor;
}`,
  },
  checkedIndex: {
    uses: ['failWith'],
    text: `
/** An index, which has to be that of an element. */
function checkedIndex(list: readonly unknown[], index: number): number {
  if (index >= 0 && index < list.length) return index;
  const there = list.length === 0 ? 'is empty' : \`has the elements 0 to \${list.length - 1}\`;
  return failWith(\`Index \${index} is out of range: the array \${there}.\`);
}`,
  },
  itemAt: {
    uses: ['checkedIndex'],
    text: `
/** The element at an index, which has to be there. */
function itemAt<T>(list: readonly T[], index: number): T {
  return list[checkedIndex(list, index)];
}`,
  },
  notEmpty: {
    uses: ['failWith'],
    text: `
/** The list, which has to have an element. */
function notEmpty<T>(list: T[], what: string): T[] {
  return list.length > 0 ? list : failWith(\`\${what}: out-of-range, the array is empty.\`);
}`,
  },
  insertAt: {
    uses: ['failWith'],
    text: `
/** Puts an element before the one at an index, or at the end. */
function insertAt<T>(list: T[], index: number, value: T): void {
  if (index < 0 || index > list.length) {
    failWith(\`insert: index \${index} is out of range, the array has \${list.length} elements.\`);
  }
  list.splice(index, 0, value);
}`,
  },
  sortedEntries: {
    text: `
/** The pairs of a map in the order of their keys. */
function sortedEntries(map: ReadonlyMap<string, string>): [string, string][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}`,
  },
  mapFromText: {
    text: `
/** A map from lines of "key = value"; a line that begins with a blank goes on with the value before it. */
function mapFromText(text: string): Map<string, string> {
  const map = new Map<string, string>();
  let last = '';
  for (const line of text.split('\\n')) {
    const at = line.indexOf('=');
    if (last !== '' && /^\\s/.test(line)) map.set(last, \`\${map.get(last) ?? ''}\\n\${line}\`);
    else if (at >= 0) {
      last = line.slice(0, at).trim();
      map.set(last, line.slice(at + 1).replace(/^[ \\t]+/, ''));
    }
  }
  return map;
}`,
  },
  addToKey: {
    text: `
/** Adds to the number that a map has for a key. */
function addToKey(map: Map<string, string>, key: string, value: number, decimals: number): void {
  const sum = (Number.parseFloat(map.get(key) ?? '') || 0) + value;
  map.set(key, decimals > 0 ? sum.toFixed(decimals) : String(Math.trunc(sum)));
}`,
  },
  mapFromJson: {
    uses: ['toJson', 'readJson', 'failWith'],
    text: `
/** Adds the members of a JSON object to a map; values that are no texts become their JSON. */
function mapFromJson(map: Map<string, string>, text: string): void {
  const json = readJson(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) failWith('Map.fromJson: the text is no JSON object.');
  for (const [key, value] of Object.entries(json)) {
    map.set(key, typeof value === 'string' ? value : toJson(value));
  }
}`,
  },
} as const;
