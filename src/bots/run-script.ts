import type { TablesSource } from '../crmscript/library.ts';
import type { RunScript } from '../engine/script-call.ts';
import { noNesting } from './api/nesting.ts';
import { libraryWith } from './bot-library.ts';
import type { Counting } from './crmscript/counting.ts';
import type { CrmScriptTools } from './crmscript/crmscript-tools.ts';
import { runCrmScript } from './crmscript/run-crmscript.ts';
import type { JavaScriptTools } from './javascript/load-script.ts';
import { runJavaScript } from './javascript/run-javascript.ts';

export type { JavaScriptTools } from './javascript/load-script.ts';

/**
 * How the engine runs scripts. Everything that a script can do goes through the host of its call, so the
 * same call and the same answers give the same result. A step is synchronous, so what its scripts need is there before it
 * begins: without tables, what only they know does not compile; `javascript` gives what runs scripts in JavaScript once that
 * was prepared; `counting` counts what runs.
 */
export function createRunScript(
  tables?: TablesSource,
  javascript: () => JavaScriptTools | undefined = () => undefined,
  counting?: Counting,
): RunScript {
  const nesting = noNesting();
  const tools: CrmScriptTools = { library: libraryWith(tables), counting };
  return (call) => {
    if (call.script.language !== 'javascript') return runCrmScript(call, nesting, tools);
    const { statements } = call.meter;
    const result = runJavaScript(call, nesting, javascript());
    // One that does not begin counts no statement.
    if (call.meter.statements > statements) counting?.ran(call.script, 1);
    return result;
  };
}
