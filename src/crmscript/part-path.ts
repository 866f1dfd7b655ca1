/**
 * The expression of the language for a part of a value, so that it can be evaluated, changed and followed; empty where there is
 * none. `type` is that of what it is a part of, `isIndexed` says that it is one by number.
 */
export function pathOfPart(path: string, type: string, name: string, isIndexed: boolean): string {
  if (path === '') return '';
  if (isIndexed) return elementOf(path, type, name);
  if (type === 'Map') return `${path}.get(${JSON.stringify(name)})`;
  return /^[A-Za-z_]\w*$/.test(name) && !byMethod.includes(type) ? `${path}.${name}` : '';
}

function elementOf(path: string, type: string, name: string): string {
  if (type === 'Vector') return `${path}.get(${name})`;
  return type.endsWith(']') || type === 'Array' ? `${path}[${name}]` : '';
}

/** Objects of the library whose parts are no fields. */
const byMethod: readonly string[] = ['EventData', 'SearchEngine', 'HTTP', 'XMLNode', 'JSONBuilder', 'Vector'];
