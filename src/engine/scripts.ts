import { againstBot, againstTrigger, registeredScript, type HearingRole } from './call-rule.ts';
import type { EventBody, RunCost, ScriptFailure, ScriptRole } from './events.ts';
import type { Inputs } from './event-data.ts';
import { eventType } from './numbers.ts';
import type { TriggerEvent } from './numbers.ts';
import { littleMemory } from './online-limits.ts';
import { findScript } from './registration.ts';
import { coded, thrown } from './codes.ts';
import type { EventDataResult, ScriptCall, ScriptResult } from './script-call.ts';
import { HostError } from './script-call.ts';
import { following } from './step-draft.ts';
import type { Cause, StepDraft } from './step-draft.ts';
import type { Session, World } from './world.ts';

/** How deep scripts may nest (chat-domain Q4). */
export const depthLimit = 10;

type Run = {
  readonly script: number;
  readonly role: ScriptRole;
  /** As they are when the run begins, whenever they are asked for. */
  readonly inputs: () => Inputs;
  readonly variables?: Readonly<Record<string, string>>;
  readonly session?: number;
  readonly eventType?: TriggerEvent;
  readonly state?: Readonly<Record<string, string>>;
};

/** What one run left behind: its EventData, and whether it failed. */
export type Ran = { readonly data: EventDataResult; readonly failed: boolean };

const nothing: EventDataResult = { outputs: {}, state: {}, blocked: false, message: '' };

/**
 * Runs a script and records that it started and how it ended. Its failure is contained: what it did
 * stays, and what called it goes on (chat-domain Q42). Null when there is no such script.
 */
export function runScript(draft: StepDraft, because: Cause, run: Run): Ran | null {
  const script = findScript(draft.world.folders, run.script);
  if (script === undefined) return null;
  if (draft.isFull()) {
    draft.sayFull(because);
    return null;
  }
  const of = run.session === undefined ? {} : { session: run.session };
  const started = draft.emit(because, {
    type: 'script.started',
    script: script.id,
    name: script.name,
    role: run.role,
    ...(run.eventType !== undefined && { eventType: run.eventType }),
    ...of,
  });
  const ended = following(because, started);
  const fail = (cost: RunCost, failure: ScriptFailure): EventBody => ({
    type: 'script.failed',
    script: script.id,
    ...cost,
    ...failure,
    ...of,
  });
  const refusal = refusalToRun(draft, because, script.id);
  if (refusal !== null) {
    const { rule, ...why } = refusal;
    draft.emit(
      ended,
      fail({ statements: 0 }, { ...why, file: script.name, line: 1, column: 1, stack: [] }),
      rule,
    );
    return { data: nothing, failed: true };
  }
  const counted = countStatements(draft);
  const host = draft.createHost(draft, { cause: started, depth: because.depth + 1 }, run.session);
  const {
    data,
    failure,
    memory = 0,
  } = callScript(draft, {
    script,
    role: run.role,
    ...(run.eventType !== undefined && { eventType: run.eventType }),
    inputs: run.inputs,
    ...(run.variables && { variables: run.variables }),
    state: run.state ?? {},
    meter: draft.meter,
    host,
  });
  const took = host.now() - draft.now;
  const cost: RunCost = {
    statements: counted(),
    ...(took > 0 && { took }),
    ...(memory >= littleMemory && { memory }),
  };
  draft.emit(
    ended,
    failure === undefined
      ? { type: 'script.finished', script: script.id, ...cost, ...of }
      : fail(cost, failure),
    failure === undefined ? undefined : 'Q42',
  );
  return { data, failed: failure !== undefined };
}

/**
 * Runs the script. Languages turn what the host refuses into exceptions of their own; should one get
 * through all the same, it is the script that failed and not the step.
 */
function callScript(draft: StepDraft, call: ScriptCall): ScriptResult {
  try {
    return draft.runScript(call);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { name: file } = call.script;
    return {
      data: nothing,
      failure: {
        kind: 'GeneralException',
        failure: thrown(error.message),
        file,
        line: 1,
        column: 1,
        stack: [],
      },
    };
  }
}

/** Counts the statements from now on that belong to no script nested inside. */
function countStatements(draft: StepDraft): () => number {
  const before = draft.meter.statements;
  const nestedBefore = draft.nestedStatements;
  return () => {
    const all = draft.meter.statements - before;
    const own = all - (draft.nestedStatements - nestedBefore);
    draft.nestedStatements = nestedBefore + all;
    return own;
  };
}

function refusalToRun(
  draft: StepDraft,
  because: Cause,
  script: number,
): (Pick<ScriptFailure, 'kind' | 'failure'> & { readonly rule?: string }) | null {
  if (draft.isLeftOut(script)) {
    return {
      kind: 'LeftOut',
      failure: coded('left-out', {}),
    };
  }
  if (because.depth >= depthLimit) {
    return {
      rule: 'Q4',
      kind: 'NestingTooDeep',
      failure: coded('nested-too-deep', { limit: depthLimit }),
    };
  }
  return null;
}

/** What the triggers of an event set together; the one that blocked, and the last that ran, 0 if none. */
export type Triggered = {
  readonly data: EventDataResult;
  readonly blockedBy: number;
  readonly lastRun: number;
};

const noneRan: Triggered = { data: nothing, blockedBy: 0, lastRun: 0 };

/**
 * Runs the generic triggers of an event, in ascending order of their ids. Before a message is saved, what
 * one sets is there for the next, and a block stops the rest (chat-domain Q20); elsewhere neither means
 * anything (§5.2).
 */
export function runTriggers(
  draft: StepDraft,
  because: Cause,
  event: TriggerEvent,
  session: number,
  inputsOf: () => Inputs,
): Triggered {
  const triggers = draft.world.triggers.filter((trigger) => againstTrigger(trigger, event) === null);
  if (triggers.length === 0) return noneRan;
  triggers.sort((a, b) => a.id - b.id);
  let data = nothing;
  let lastRun = 0;
  const changes = event === eventType.beforeSaveMessage;
  const inputs = inputsOf();
  for (const trigger of triggers) {
    const ran = runScript(draft, because, {
      script: trigger.script,
      role: 'trigger',
      eventType: event,
      session,
      inputs: applied(inputs, data.outputs),
      state: data.state,
    });
    if (ran === null) continue;
    const { outputs, blocked, message } = ran.data;
    data = {
      outputs: changes ? { ...data.outputs, ...documented(outputs) } : {},
      state: { ...data.state, ...ran.data.state },
      blocked: changes && blocked,
      message,
    };
    lastRun = trigger.id;
    if (data.blocked) return { data, blockedBy: trigger.id, lastRun };
  }
  return { data, blockedBy: 0, lastRun };
}

/** The four values that a before-trigger can change (chat-domain §5.2), under their lower-case names. */
const changeable = new Set([
  'chatmessage.message',
  'chatmessage.specialtype',
  'chatmessage.specialparam',
  'chatmessage.author',
]);

const documented = (outputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(outputs)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => changeable.has(name)),
  );

/** Inputs with the values that an earlier trigger put out; names are compared without case (Q24). */
const applied = (inputs: Inputs, outputs: Readonly<Record<string, string>>) => (): Inputs => {
  const changed = new Map(Object.entries(outputs));
  return inputs.map(([name, value]) => [name, changed.get(name.toLowerCase()) ?? value]);
};

/** Runs the bot's script for a role, if the session's bot is active and its channel has one registered. */
export function runBot(
  draft: StepDraft,
  because: Cause,
  session: Session,
  role: HearingRole,
  inputs: (session: Session, world: World) => Inputs,
): void {
  const { world } = draft;
  const current = world.sessions.get(session.id);
  if (current === undefined || againstBot(world, current, role) !== null) return;
  const script = registeredScript(world, current.channel, role);
  runScript(draft, because, { script, role, session: current.id, inputs: () => inputs(current, world) });
}
