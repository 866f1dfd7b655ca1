/** A signature of the reference, such as `Integer find(String substring)`; constructors return ''. */
export type Signature = {
  readonly name: string;
  readonly returns: string;
  readonly parameters: readonly { readonly type: string; readonly name: string }[];
};

const shape = /^(?:([A-Za-z_]\w*(?:\[\])*) )?([A-Za-z_]\w*)\(([^()]*)\)$/;

/** Reads a signature of the library's tables. A malformed one is a bug of the table. */
export function parseSignature(text: string): Signature {
  const match = shape.exec(text);
  if (match === null) throw new Error(`"${text}" is no signature.`);
  const [, returns = '', name = '', list = ''] = match;
  const parameters = list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf(' ');
      return { type: at < 0 ? part : part.slice(0, at), name: at < 0 ? '' : part.slice(at + 1) };
    });
  return { name, returns, parameters };
}
