import type { Callee, Entry } from '../../crmscript/reference.ts';

export const keyOf = ({ owner, name }: Callee): string => (owner === '' ? name : `${owner}.${name}`);

/**
 * Reads lines of `name, name | what it does | parameter: what it is; parameter: …`. A name is that of a function, or of a
 * method behind its class; all overloads share a line. A name alone continues the class before it.
 */
export function readEntries(text: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of text.split('\n')) {
    const [names = '', says = '', given = ''] = line.split('|').map((part) => part.trim());
    if (says === '') continue;
    const parameters = Object.fromEntries(
      given
        .split(';')
        .filter((part) => part.includes(':'))
        .map((part) => {
          const at = part.indexOf(':');
          return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
        }),
    );
    let owner = '';
    for (const name of names.split(',').map((one) => one.trim())) {
      const full = name.includes('.') || owner === '' ? name : `${owner}.${name}`;
      owner = full.includes('.') ? full.slice(0, full.indexOf('.')) : '';
      entries.set(full, { says, parameters });
    }
  }
  return entries;
}
