import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import { run, type RunFailure } from '../../crmscript/run.ts';
import type { ScriptFailure } from '../../engine/events.ts';
import { memoryHint } from '../../engine/online-limits.ts';
import { fileOf } from '../../engine/registration.ts';
import type { ScriptCall, ScriptResult } from '../../engine/script-call.ts';
import { coded } from '../codes.ts';
import type { Nesting } from '../api/nesting.ts';
import { compileError, tooMuchCompiled, unrun } from '../api/unrun.ts';
import { BotEnvironment, callLimits, countInto, memoryOf } from './bot-environment.ts';
import { compileFailure } from './compile-failure.ts';
import { compileForStep } from './compile-script.ts';
import type { CrmScriptTools } from './crmscript-tools.ts';

/** Runs a script in CRMScript; everything that it can do goes through the host of its call. */
export function runCrmScript(call: ScriptCall, nesting: Nesting, tools: CrmScriptTools): ScriptResult {
  const find = (name: string) => call.host.findInclude(name);
  const compiled = compileForStep(call.meter, call.script, find, tools);
  if (compiled === undefined) return tooMuchCompiled(call);
  const { program, diagnostics, scripts, foreign } = compiled;
  if (foreign !== undefined) return unrun(call, includesOther(call, foreign));
  if (program === undefined) return unrun(call, doesNotCompile(call, diagnostics));
  const environment = new BotEnvironment(call, scripts, nesting, tools);
  const { meter } = call;
  const observer = environment.observer();
  const memory = memoryOf(call);
  const before = memory.charged;
  const result = run(program, {
    environment,
    before: meter,
    memory,
    limits: { price: meter.limit, ...callLimits(nesting) },
    ...(observer && { observer }),
  });
  countInto(meter, result);
  if (memory.isOverSoft) environment.hintOnce(memory, { file: fileOf(call.script), line: 1 }, memoryHint);
  const { failure } = result;
  const data = environment.eventData.result();
  const held = memory.isOverSoft ? Math.max(memory.charged, memory.soft + 1) : memory.charged - before;
  return { data, memory: held, ...(failure && { failure: failureOf(failure) }) };
}

const failureOf = ({ kind, said, span, stack }: RunFailure): ScriptFailure => ({
  kind,
  failure: said,
  file: span.file,
  line: span.line,
  column: span.column,
  stack,
});

/** Each script has one language with all that it includes. */
function includesOther(call: ScriptCall, name: string): ScriptFailure {
  const lines = call.script.source.split('\n');
  const index = lines.findIndex((line) => line.includes('#include') && line.includes(name));
  const at = { file: fileOf(call.script), line: Math.max(0, index) + 1, column: 1 };
  return compileError(coded('include-of-javascript', { name }), at);
}

function doesNotCompile(call: ScriptCall, diagnostics: readonly Diagnostic[]): ScriptFailure {
  const { said, span } = compileFailure(fileOf(call.script), diagnostics);
  return compileError(said, span);
}
