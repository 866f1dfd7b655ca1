/* Types of other languages, which people write by habit. */

const types: ReadonlyMap<string, string> = new Map([
  ['int', 'Integer'],
  ['string', 'String'],
  ['bool', 'Bool'],
  ['boolean', 'Bool'],
  ['Boolean', 'Bool'],
  ['float', 'Float'],
  ['double', 'Float'],
  ['Double', 'Float'],
  ['decimal', 'Float'],
  ['Decimal', 'Float'],
  ['Number', 'Integer'],
  ['number', 'Integer'],
  ['char', 'String'],
  ['Text', 'String'],
  ['long', 'Long'],
  ['byte', 'Byte'],
  ['void', 'Void'],
  ['Int', 'Integer'],
  ['integer', 'Integer'],
  ['Object', 'Generic'],
  ['Dictionary', 'Map'],
  ['HashMap', 'Map'],
  ['Array', 'String[], with the type of the elements'],
  ['List', 'String[], with the type of the elements'],
]);

/** The CRMScript name of a type of another language. */
export const typeHere = (name: string): string | undefined => types.get(name);

/** Words that stand where a type should, because another language finds the type itself. */
export const untyped: ReadonlySet<string> = new Set(['var', 'let', 'auto', 'const', 'val', 'dim']);
