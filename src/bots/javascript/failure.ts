import type { ScriptFailure } from '../../engine/events.ts';
import { thrown, type CodedText } from '../../engine/codes.ts';
import type { ScriptCall } from '../../engine/script-call.ts';
import type { FailureKind, JavaScriptFailure, JavaScriptResult } from '../../javascript/javascript.ts';
import { coded } from '../codes.ts';

/* Why a script in JavaScript failed, as the log says it of any script. */

type What = { readonly kind: string; readonly failure: CodedText };

/** What an error says, with its name in front unless that says nothing. */
export const saidBy = ({ name, text }: Pick<JavaScriptFailure, 'name' | 'text'>): string =>
  name === '' || name === 'Error' ? text : `${name}: ${text}`;

/** The kinds of failures that CRMScript has for what scripts throw, and the names of JavaScript's errors. */
const kindOf = ({ name }: JavaScriptFailure): string => (name === '' || name === 'Error' ? 'Error' : name);

const whats: Readonly<
  Record<FailureKind, (failure: JavaScriptFailure, call: ScriptCall, memory: number) => What>
> = {
  syntax: ({ text }) => ({ kind: 'CompileError', failure: coded('javascript-syntax', { text }) }),
  thrown: (failure) => ({ kind: kindOf(failure), failure: thrown(failure.text) }),
  unhandled: (failure) => ({
    kind: kindOf(failure),
    failure: coded('javascript-not-awaited', { text: failure.text }),
  }),
  waiting: () => ({ kind: 'NeverSettled', failure: coded('javascript-waiting', {}) }),
  price: (_failure, { meter }) => ({
    kind: 'StatementLimit',
    failure: coded('javascript-too-costly', { used: meter.price, budget: meter.limit }),
  }),
  memory: (_failure, _call, memory) => ({
    kind: 'MemoryLimit',
    failure: coded('javascript-memory', { mebibytes: Math.round(memory / 1024 ** 2) }),
  }),
  stack: () => ({ kind: 'CallDepthLimit', failure: coded('javascript-stack', {}) }),
  engine: ({ text }) => ({ kind: 'EngineFailure', failure: coded('javascript-engine', { text }) }),
};

/** `memory` is what its values may take, in bytes. */
export function failureOf(failure: JavaScriptFailure, call: ScriptCall, memory: number): ScriptFailure {
  const { file, line, column, stack } = failure;
  return { ...whats[failure.kind](failure, call, memory), file, line, column, stack };
}

/** Promises that were rejected while nobody looked, besides what the script failed with. */
export const leftBehind = ({ failure, unhandled }: JavaScriptResult): readonly JavaScriptFailure[] =>
  failure?.kind === 'unhandled' ? unhandled.slice(1) : unhandled;
