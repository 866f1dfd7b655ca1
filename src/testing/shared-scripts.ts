import type { Script } from '../engine/definition.ts';
import type { RunScript } from '../engine/script-call.ts';

/**
 * Runs scripts as `runScript` does, and hands it one script for all that say the same: what it remembers of a script, such as that
 * it is compiled, holds for every test that has it, and not only within the world of one.
 */
export function withSharedScripts(runScript: RunScript): RunScript {
  const known = new Map<string, Script>();
  const same = new WeakMap<Script, Script>();
  const shared = (script: Script): Script => {
    const found = same.get(script);
    if (found !== undefined) return found;
    const { id, name, includeName, language, source } = script;
    const key = JSON.stringify([id, name, includeName, language, source]);
    const one = known.get(key) ?? script;
    known.set(key, one);
    same.set(script, one);
    return one;
  };
  return (call) => {
    const { host } = call;
    const findInclude = (name: string): Script | undefined => {
      const found = host.findInclude(name);
      return found && shared(found);
    };
    return runScript({ ...call, script: shared(call.script), host: { ...host, findInclude } });
  };
}
