/*
 * A bot is not called by a browser: there is no request to read from. Who runs a script by hand can give one, among
 * the input values: `cgi.name`, `header.name`, `cgiContent`, `cgiUrl` (crm §19, tier 2).
 */

export const variablePrefix = 'cgi.';
export const headerPrefix = 'header.';

/** The input values whose names begin so, by the rest of their names. */
export const namedBehind = (
  inputs: ReadonlyMap<string, string>,
  prefix: string,
): ReadonlyMap<string, string> =>
  new Map(
    [...inputs].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );
