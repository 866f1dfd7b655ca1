import type { ScriptFailure } from '../../engine/events.ts';
import { fileOf } from '../../engine/registration.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { ScriptCall, ScriptResult } from '../../engine/script-call.ts';
import { topOfScript } from '../../engine/top-of-script.ts';
import { coded } from '../codes.ts';
import { mostCompiled } from './compiled-for-step.ts';
import { EventDataValue } from './event-data-value.ts';

/** Scripts that do not begin. */

type At = Pick<ScriptFailure, 'file' | 'line' | 'column'>;

/** What a script leaves that did not begin. */
export const unrun = (call: ScriptCall, failure: ScriptFailure): ScriptResult => ({
  data: new EventDataValue(call).result(),
  failure,
});

export const compileError = (failure: CodedText, { file, line, column }: At): ScriptFailure => ({
  kind: 'CompileError',
  failure,
  file,
  line,
  column,
  stack: [{ name: topOfScript, file, line, column }],
});

/** Where a script begins. */
export const beginOf = ({ script }: ScriptCall): At => ({ file: fileOf(script), line: 1, column: 1 });

export const tooMuchCompiled = (call: ScriptCall): ScriptResult =>
  unrun(call, compileError(coded('too-much-compiled', { limit: mostCompiled }), beginOf(call)));
