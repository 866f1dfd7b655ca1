import { worldOf, type Caller } from './caller.ts';

/** To find a long name among others. */
const workOfCharacter = 16;

export type Scope = 'global' | 'session';

const held = { global: 'globalVariables', session: 'sessionVariables' } as const;

/** What scripts have left for each other; undefined where nobody has (crm Q8). */
export function readVariable(caller: Caller, scope: Scope, name: string): string | undefined {
  caller.work(workOfCharacter * name.length);
  const variables = worldOf(caller)[held[scope]];
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

export function setVariable(caller: Caller, scope: Scope, name: string, value: string): void {
  caller.write(name.length + value.length);
  caller.act((host, site) => {
    host.setVariable(site, scope, name, value);
  });
}
