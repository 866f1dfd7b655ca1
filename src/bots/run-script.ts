import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { Library, TablesSource } from '../crmscript/library.ts';
import { run, type RunFailure } from '../crmscript/run.ts';
import type { ScriptFailure } from '../engine/events.ts';
import { memoryHint } from '../engine/online-limits.ts';
import { fileOf } from '../engine/registration.ts';
import type { Said } from '../engine/said.ts';
import type { RunScript, ScriptCall, ScriptResult } from '../engine/script-call.ts';
import {
  BotEnvironment,
  callLimits,
  countInto,
  memoryOf,
  type Nesting,
} from './crmscript/bot-environment.ts';
import { libraryWith } from './bot-library.ts';
import { coded } from './said.ts';
import { compileFailure } from './crmscript/compile-failure.ts';
import { compileForStep, mostCompiled } from './crmscript/compile-script.ts';
import { EventDataValue } from './api/event-data-value.ts';

/**
 * How the engine runs scripts. Everything that a script can do goes through the host of its call, so the
 * same call and the same answers give the same result. Without tables, what only they know does not compile.
 */
export function createRunScript(tables?: TablesSource): RunScript {
  const nesting: Nesting = { openCalls: 0, load: 0, frames: () => [] };
  const library = libraryWith(tables);
  return (call) =>
    call.script.language === 'javascript' ? refuseJavaScript(call) : runCrmScript(call, nesting, library);
}

function runCrmScript(call: ScriptCall, nesting: Nesting, library: Library): ScriptResult {
  const find = (name: string) => call.host.findInclude(name);
  const compiled = compileForStep(call.meter, call.script, find, library);
  if (compiled === undefined) return unrun(call, tooMuchCompiled(call));
  const { program, diagnostics, scripts } = compiled;
  if (program === undefined) return unrun(call, doesNotCompile(call, diagnostics));
  const environment = new BotEnvironment(call, scripts, nesting, library);
  const { meter } = call;
  const watch = environment.watch();
  const memory = memoryOf(call);
  const result = run(program, {
    environment,
    before: meter,
    memory,
    limits: { price: meter.limit, ...callLimits(nesting) },
    ...(watch && { watch }),
  });
  countInto(meter, result);
  if (memory.isOverSoft) environment.hintOnce(memory, { file: fileOf(call.script), line: 1 }, memoryHint);
  const { failure } = result;
  const data = environment.eventData.result();
  return failure === undefined ? { data } : { data, failure: failureOf(failure) };
}

const failureOf = ({ kind, said, span, stack }: RunFailure): ScriptFailure => ({
  kind,
  failure: said,
  file: span.file,
  line: span.line,
  column: span.column,
  stack,
});

/** The result of a script that did not begin. */
const unrun = (call: ScriptCall, failure: ScriptFailure): ScriptResult => ({
  data: new EventDataValue(call).result(),
  failure,
});

function doesNotCompile(call: ScriptCall, diagnostics: readonly Diagnostic[]): ScriptFailure {
  const { said, span } = compileFailure(fileOf(call.script), diagnostics);
  return compileError(said, span);
}

const compileError = (
  failure: Said,
  { file, line, column }: Pick<ScriptFailure, 'file' | 'line' | 'column'>,
): ScriptFailure => ({
  kind: 'CompileError',
  failure,
  file,
  line,
  column,
  stack: [{ name: '(script)', file, line, column }],
});

const beginOf = ({ script }: ScriptCall) => ({ file: fileOf(script), line: 1, column: 1 });

const tooMuchCompiled = (call: ScriptCall): ScriptFailure =>
  compileError(coded('too-much-compiled', { limit: mostCompiled }), beginOf(call));

function refuseJavaScript(call: ScriptCall): ScriptResult {
  return unrun(call, compileError(coded('no-javascript', {}), beginOf(call)));
}
