import { assistScript } from '../../../bots/assist-script.ts';
import { findScript } from '../../../engine/registration.ts';
import type { EditProblem } from '../../../engine/step-observer.ts';
import { isOfScript } from '../../../engine/watched-call.ts';
import { dataIdOf } from '../breakpoint-book.ts';
import { RequestError, type RequestArguments } from '../request-arguments.ts';
import { pathOfPart } from '../../../crmscript/part-path.ts';
import type { VariableHandles } from '../variable-handles.ts';
import { evaluated, shownValue } from '../variables.ts';
import { tables } from '../../tables.ts';
import { hereOf, rehearsalOf, type Reply, type RequestContext, type Handlers } from './request.ts';

/** Expressions, changing variables, and what can be written. */
export const evaluatingHandlers: Handlers = {
  evaluate: (asked, given) => {
    const here = hereOf(asked);
    const frame = here.frameOf(given.maybeNumber('frameId'));
    const expression = given.text('expression').trim();
    const shown = evaluated(here.stop.snapshot.evaluate(expression, frame));
    const { value: result, ...rest } = shownValue(here, frame, expression, shown);
    const isCopied = given.maybeText('context') === 'clipboard' && shown.type === 'String';
    return { body: { ...rest, result: isCopied ? textOf(result) : result } };
  },

  setVariable: (asked, given) => {
    const here = hereOf(asked);
    const { frame, path } = variableOf(here, given);
    return changed(asked, frame, path, given.text('value'));
  },

  setExpression: (asked, given) => {
    const frame = hereOf(asked).frameOf(given.maybeNumber('frameId'));
    return changed(asked, frame, given.text('expression').trim(), given.text('value'));
  },

  dataBreakpointInfo: (asked, given) => {
    const here = hereOf(asked);
    const found = given.has('variablesReference') ? tryVariable(here, given) : undefined;
    const frame = found?.frame ?? here.frameOf(given.maybeNumber('frameId'));
    const path = found === undefined ? given.text('name').trim() : found.path;
    const isSeen = path !== '' && !('problem' in here.stop.snapshot.evaluate(path, frame));
    if (!isSeen) return { body: { dataId: null, description: 'Nobody can tell when this changes.' } };
    const isGlobal = found?.isGlobal ?? isOfScript(here.stop.snapshot.frames, frame, path);
    const watched = here.watched(frame, path, isGlobal);
    return {
      body: {
        dataId: dataIdOf(watched),
        description: isGlobal ? path : `${path} in ${watched.routine}`,
        accessTypes: ['write'],
        canPersist: false,
      },
    };
  },

  completions: (asked, given) => ({ body: { targets: completionsFor(asked, given) } }),
};

/** The path of a variable that was named by what it stands in. */
function variableOf(
  here: VariableHandles,
  given: RequestArguments,
): { readonly frame: number; readonly path: string; readonly isGlobal: boolean } {
  const name = given.text('name');
  const container = here.container(given.number('variablesReference'));
  if (container.of === 'plain')
    throw new RequestError(
      'What the chat is cannot be changed here: it comes of what people and scripts do.',
    );
  if (container.of === 'call') {
    if (container.part === 'returned')
      throw new RequestError('What a call has returned cannot be changed any more.');
    return { frame: container.frame, path: name, isGlobal: container.part === 'globals' };
  }
  const { frame, path, type } = container;
  const index = /^\[(\d+)\]$/.exec(name)?.[1];
  const inner = pathOfPart(path, type, index ?? name, index !== undefined);
  if (inner === '') throw new RequestError(`“${name}” is no variable that can be written here.`);
  return { frame, path: inner, isGlobal: isOfScript(here.stop.snapshot.frames, frame, inner) };
}

function tryVariable(here: VariableHandles, given: RequestArguments): ReturnType<typeof variableOf> {
  try {
    return variableOf(here, given);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    here.container(given.number('variablesReference'));
    return { frame: 0, path: '', isGlobal: false };
  }
}

const problems: Readonly<Record<EditProblem, string>> = {
  'no-frame': 'This call is not open any more.',
  'no-variable': 'There is no variable of this name that can be changed here.',
  'no-literal': 'It takes a literal: a number, a text in quotation marks, true or false.',
  'other-type': 'The value is of another type than the variable.',
  fails: 'Changing it fails, as behind the end of an array.',
};

function changed(asked: RequestContext, frame: number, path: string, value: string): Reply {
  const rehearsal = rehearsalOf(asked);
  const problem = rehearsal.edit(frame, path, value.trim());
  if (problem !== null) throw new RequestError(problems[problem]);
  const here = hereOf(asked);
  const { variablesReference, ...shown } = shownValue(
    here,
    frame,
    path,
    evaluated(here.stop.snapshot.evaluate(path, frame)),
  );
  return { body: { ...shown, ...(variablesReference > 0 && { variablesReference }) } };
}

/** The text that a literal stands for; the literal, where it was shortened. */
function textOf(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

const types: Readonly<Record<string, string>> = {
  function: 'function',
  method: 'method',
  variable: 'variable',
  field: 'field',
  type: 'class',
  keyword: 'keyword',
  constant: 'enum',
  value: 'value',
  text: 'text',
};

/** What can be written in an expression where a call stands, as if it stood there in the script. */
function completionsFor(asked: RequestContext, given: RequestArguments) {
  const here = hereOf(asked);
  const { world } = rehearsalOf(asked);
  const frame = here.stop.snapshot.frames[here.frameOf(given.maybeNumber('frameId'))];
  const script = findScript(world.folders, frame?.script ?? 0);
  if (frame === undefined || script?.language !== 'crmscript') return [];
  const lines = given.text('text').split('\n');
  const line = Math.max(0, asked.client.lineFrom(given.maybeNumber('line') ?? asked.client.line(1)) - 1);
  const column = Math.max(0, asked.client.columnFrom(given.number('column')) - 1);
  const before = [...lines.slice(0, line), (lines[line] ?? '').slice(0, column)].join('\n');
  const at = offsetOf(script.source, frame.line, frame.column);
  const source = `${script.source.slice(0, at)}${before};\n${script.source.slice(at)}`;
  const offset = at + before.length;
  const found = assistScript(world, { kind: 'completions', script: script.id, source, offset }, tables);
  if (found?.help.kind !== 'completions') return [];
  const length = offset - found.help.from;
  return found.help.items.map(({ label, kind }) => ({
    label,
    type: types[kind] ?? 'text',
    start: Math.max(0, column - length),
    length: Math.min(length, column),
  }));
}

/** Where a line and a column begin in a text. */
function offsetOf(text: string, line: number, column: number): number {
  let from = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', from);
    if (end < 0) return text.length;
    from = end + 1;
  }
  return Math.min(text.length, from + column - 1);
}
