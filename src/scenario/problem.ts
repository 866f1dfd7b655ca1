/** Something that keeps a file from being imported: where, such as `steps[3].input.session`, and what to do. */
export type FileProblem = { readonly path: string; readonly message: string };

/** How many problems are told at once. */
export const problemLimit = 20;

/** `world.channels[0].bot`, and `["odd key"]` for what is no name. The whole file is the empty path. */
export function pathText(keys: readonly (string | number)[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${String(key)}]`;
    else if (/^[A-Za-z_$][\w$]{0,79}$/.test(key)) path += path === '' ? key : `.${key}`;
    else path += `[${JSON.stringify(key.length > 40 ? `${key.slice(0, 40)}…` : key)}]`;
  }
  return path;
}
