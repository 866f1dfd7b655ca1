import type { DebugProtocol } from '@vscode/debugprotocol';
import { pathOfPart } from '../../crmscript/part-path.ts';
import type { Evaluated, ShownValue, ShownVariable } from '../../engine/step-observer.ts';
import { sentence } from '../../words/sentence.ts';
import { RequestError } from './request-arguments.ts';
import type { Container, VariableHandles, ScopeName } from './variable-handles.ts';

/** What an editor asks for of what has variables. */
export type VariablesPage = {
  readonly filter?: string | undefined;
  readonly start?: number | undefined;
  readonly count?: number | undefined;
};

type Value = Pick<
  DebugProtocol.Variable,
  'value' | 'type' | 'variablesReference' | 'namedVariables' | 'indexedVariables'
>;

/** A value of a call, with the number that it is unfolded by; `path` is what gives it, empty where nothing does. */
export function shownValue(here: VariableHandles, frame: number, path: string, shown: ShownValue): Value {
  const { value, type, reference, named = 0, indexed = 0 } = shown;
  const number =
    reference === undefined
      ? 0
      : here.numberOf({ of: 'value', frame, reference, edition: here.edition, path, type, named });
  return {
    value,
    type,
    variablesReference: number,
    ...(named > 0 && { namedVariables: named }),
    ...(indexed > 0 && { indexedVariables: indexed }),
  };
}

/** The variables in a container, a page of them where that is asked for. */
export function variablesIn(
  here: VariableHandles,
  container: Container,
  wanted: VariablesPage,
): readonly DebugProtocol.Variable[] {
  switch (container.of) {
    case 'call':
      return paged(wanted, () =>
        partOf(here, container.frame, container.part).map((one) =>
          variable(here, container.frame, one.name, one),
        ),
      );
    case 'value':
      return insideOf(here, container, wanted);
    case 'plain':
      return paged(wanted, () =>
        Object.entries(container.value).map(([name, value]) => plain(here, name, value)),
      );
  }
}

/** A scope has names alone. */
const paged = (
  { filter, start = 0, count = 0 }: VariablesPage,
  all: () => readonly DebugProtocol.Variable[],
): readonly DebugProtocol.Variable[] =>
  filter === 'indexed' ? [] : all().slice(start, count > 0 ? start + count : undefined);

export function partOf(here: VariableHandles, frame: number, part: ScopeName): readonly ShownVariable[] {
  const { frames, returned } = here.stop.snapshot;
  if (part === 'returned') return frame === 0 && returned !== undefined ? [returned] : [];
  return (frames[frame]?.variables ?? []).filter(({ global, argument }) =>
    part === 'globals' ? global === true : global !== true && (part === 'arguments') === (argument === true),
  );
}

function insideOf(
  here: VariableHandles,
  container: Extract<Container, { of: 'value' }>,
  wanted: VariablesPage,
) {
  const { frame, path, type, named } = container;
  const reference = here.referenceOf(container);
  if (reference === null)
    throw new RequestError(
      'A variable was changed, and nobody can tell which value this was. Ask for the scopes anew.',
    );
  const { filter, start = 0, count = 0 } = wanted;
  const first = filter === 'indexed' ? named + start : start;
  const most = filter === 'named' ? Math.max(0, named - start) : Infinity;
  const asked = Math.min(most, count > 0 ? count : Infinity);
  if (asked === 0) return [];
  const page = { start: first, ...(Number.isFinite(asked) && { count: asked }) };
  return here.stop.snapshot.unfold(reference, page).map((one, index) => {
    const isIndexed = first + index >= named;
    return variable(
      here,
      frame,
      pathOfPart(path, type, one.name, isIndexed),
      one,
      isIndexed ? `[${one.name}]` : one.name,
    );
  });
}

function variable(
  here: VariableHandles,
  frame: number,
  path: string,
  shown: ShownVariable,
  name = shown.name,
): DebugProtocol.Variable {
  return { name, ...shownValue(here, frame, path, shown), ...(path !== '' && { evaluateName: path }) };
}

/** A value of the chat, as JSON has it. */
function plain(here: VariableHandles, name: string, value: unknown): DebugProtocol.Variable {
  if (typeof value !== 'object' || value === null)
    return {
      name,
      value: typeof value === 'string' ? JSON.stringify(value) : String(value),
      variablesReference: 0,
    };
  const size = Object.keys(value).length;
  const text = Array.isArray(value) ? `${String(size)} elements` : '{…}';
  return {
    name,
    value: size === 0 ? (Array.isArray(value) ? '[]' : '{}') : text,
    variablesReference: size === 0 ? 0 : here.numberOf({ of: 'plain', value }),
  };
}

/** What an expression gives, or a refusal that says why it gives nothing. */
export function evaluated(found: Evaluated): ShownValue {
  if ('problem' in found) throw new RequestError(sentence(found.problem));
  return found;
}
