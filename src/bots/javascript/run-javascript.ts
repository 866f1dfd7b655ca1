import type { ScriptFailure } from '../../engine/events.ts';
import { offsetOf } from '../../engine/local-time.ts';
import { memoryHint, onlineMemory } from '../../engine/online-limits.ts';
import type { ScriptCall, ScriptResult } from '../../engine/script-call.ts';
import { topOfScript } from '../../engine/top-of-script.ts';
import type { SourceLocation } from '../../javascript/javascript.ts';
import { compiledForStep } from '../api/compiled-for-step.ts';
import { EventDataValue } from '../api/event-data-value.ts';
import type { Nesting } from '../api/nesting.ts';
import { scriptUser } from '../api/people.ts';
import { headerPrefix, namedBehind, variablePrefix } from '../api/request.ts';
import { beginOf, compileError, tooMuchCompiled, unrun } from '../api/unrun.ts';
import { coded } from '../codes.ts';
import { Answer, type RunParts } from './answer.ts';
import { failureOf, leftBehind, saidBy } from './failure.ts';
import { guestScope } from './guest-scope.ts';
import { hostOf } from './host.ts';
import { loadScript, type JavaScriptTools, type LoadedScript } from './load-script.ts';
import { RunningJavaScript } from './running-javascript.ts';
import { endOf, refusing, ScriptCaller } from './script-caller.ts';

/** What a run needs of the host's stack, in calls of CRMScript, of which 4,100 may be open. */
const mostLoadBefore = 3400;

/** Bytes that the values of a script may take. */
const mostMemory = 16 * 1024 * 1024;

/** What a line of the console is worth, as that of CRMScript: it becomes an event. */
const priceOfLine = 100;

/**
 * Runs a script in JavaScript; everything that it can do goes through the host of its call. To a debugger it is one statement
 * (rulings 38).
 */
export function runJavaScript(
  call: ScriptCall,
  nesting: Nesting,
  tools: JavaScriptTools | undefined,
): ScriptResult {
  if (tools === undefined) throw new Error('A script in JavaScript was run before its engine was prepared.');
  const { meter } = call;
  const find = (name: string) => call.host.findInclude(name);
  const loaded = compiledForStep(meter, call.script, () => loadScript(call.script, find, tools));
  if (loaded === undefined) return tooMuchCompiled(call);
  if (loaded.failure !== undefined) return unrun(call, loaded.failure);
  const begin = beginOf(call);
  if (nesting.load > mostLoadBefore) {
    return unrun(call, { ...compileError(coded('javascript-stack', {}), begin), kind: 'CallDepthLimit' });
  }
  meter.statements += 1;
  meter.price += 1;
  const caller = new ScriptCaller(call, loaded.scripts, nesting, begin);
  const run: RunParts = { call, caller, data: new EventDataValue(call), answer: new Answer(caller) };
  const { observed } = meter;
  if (observed === undefined) return runWhole(run, loaded, tools, begin);
  const running = new RunningJavaScript(run, observed.depth);
  observed.begin(running);
  try {
    const result = runWhole(run, loaded, tools, begin);
    if (result.failure !== undefined) observed.thrown({ ...result.failure, isCaught: false }, running);
    return result;
  } finally {
    observed.end();
  }
}

/** The run with its end; whoever looks on is told of it first. */
function runWhole(
  run: RunParts,
  loaded: LoadedScript,
  tools: JavaScriptTools,
  begin: SourceLocation,
): ScriptResult {
  const failure = failureIn(run, () => {
    const { script, meter } = run.call;
    meter.observed?.reached(meter.observed.marks?.lines.has(script.id) === true);
    return runLoaded(run, loaded, tools);
  });
  run.caller.site = begin;
  const unsaid = failureIn(run, () => {
    run.answer.end();
    return undefined;
  });
  const data = run.data.result();
  const failed = failure ?? unsaid;
  return { data, memory: run.caller.memory, ...(failed && { failure: failed }) };
}

/** What ended the script by its own account is its failure. All else that is thrown goes on: the step ends here. */
function failureIn(
  { call, caller }: RunParts,
  action: () => ScriptFailure | undefined,
): ScriptFailure | undefined {
  try {
    return action();
  } catch (error) {
    const end = endOf(error, call);
    if (end === undefined) throw error;
    const { file, line, column } = caller.site;
    return { ...end, file, line, column, stack: [{ name: topOfScript, file, line, column }] };
  }
}

/** Why it failed; undefined where it did not. */
function runLoaded(
  { call, caller, data, answer }: RunParts,
  { source, parts }: LoadedScript,
  { engine }: JavaScriptTools,
): ScriptFailure | undefined {
  const { host, meter } = call;
  const { timeZone, options } = host.world();
  const memory = options.onlineLimits ? onlineMemory : mostMemory;
  const result = engine.run({
    source,
    parts,
    scope: guestScope,
    given: givenTo(call, data),
    host: hostOf({ call, caller, data, answer }),
    clock: {
      now: () => host.now(),
      sleep: (milliseconds) => {
        refusing(() => {
          host.sleep(milliseconds / 1000);
        });
      },
      offset: (moment) => offsetOf(moment, timeZone),
    },
    random: () => host.random(),
    meter,
    memory,
    console: (level, text, site) => {
      caller.site = site;
      caller.write(text.length);
      caller.spend(priceOfLine);
      refusing(() => {
        host.print(caller.callSite, level === 'debug' ? 'debug' : 'log', text);
      });
    },
  });
  for (const { said, place } of leftBehind(result).map((one) => ({ said: saidBy(one), place: one }))) {
    caller.site = place;
    caller.remark(coded('javascript-unhandled', { text: said }));
  }
  caller.site = beginOf(call);
  if (result.pending > 0) caller.remark(coded('javascript-pending', { count: result.pending }));
  caller.memory = result.memory;
  if (result.memory > onlineMemory) caller.remark(memoryHint);
  return result.failure && failureOf(result.failure, call, memory);
}

/** What a run begins with: `context`, as far as it is not made by the guest. */
function givenTo({ host, role, variables, script }: ScriptCall, data: EventDataValue) {
  return {
    type: data.type,
    inputs: Object.fromEntries(data.inputs),
    state: Object.fromEntries(data.state),
    cgiVariables: Object.fromEntries(namedBehind(data.inputs, variablePrefix)),
    cgiContent: data.inputs.get('cgiContent') ?? '',
    headers: Object.fromEntries(namedBehind(data.inputs, headerPrefix)),
    variables: {
      activeUser: scriptUser(host.world())?.id ?? 0,
      developmentMode: role === 'manual' && variables?.['developmentMode'] === 'true',
      includeId: script.includeName,
    },
  };
}
