import type { Debuggee } from '../../src/debug/debuggee.ts';
import { originOf, type OriginChain, type OriginPick } from '../../src/debug/origin.ts';
import { begin } from '../../src/debug/session.ts';
import type { ScriptFile, TriggerFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { StepRequest } from '../../src/engine/step-request.ts';
import type { World } from '../../src/engine/world.ts';
import { connects, stepOf, worldOf } from './stage.ts';

export type Asked = {
  readonly input?: Input;
  readonly scripts?: readonly ScriptFile[];
  readonly triggers?: readonly TriggerFile[];
  readonly more?: Partial<StepRequest>;
  readonly world?: World;
  /** Before which statement, from the end when it is less than one. */
  readonly at?: number;
  readonly frame?: number;
  readonly picks?: readonly OriginPick[];
};

/** A step of a world, as a debugger runs it. */
export function debuggeeOf(
  source: string,
  { scripts = [], triggers = [], more = {}, input = connects, world }: Asked = {},
): Debuggee {
  const again = stepOf(world ?? worldOf(source, scripts, triggers), { ...more, input });
  return (observer, hand) => again({ observer, ...hand });
}

/** Asks of an expression, before the last statement where nothing else is said, where its value comes from. */
export function asks(source: string, expression: string, asked: Asked = {}): OriginChain {
  const debuggee = debuggeeOf(source, asked);
  const { trace } = begin(debuggee, [], 'end');
  const { at = 0, input = connects, frame, picks } = asked;
  const statement = at < 1 ? trace.length + at : at;
  const chain = originOf(debuggee, input, statement, expression, frame, picks);
  if ('problem' in chain) throw new Error(JSON.stringify(chain.problem));
  return chain;
}

/** A chain as one reads it: each link by its kind, its line and its statement, or where it comes from. */
export const told = ({ links, copies, end }: OriginChain): readonly string[] => [
  ...links.map(({ kind, line, text, times, source, isAsked }) => {
    const what = source === null ? text.trim() : JSON.stringify(source, shortened);
    return `${kind}${isAsked ? ' (asked)' : ''} ${String(line)}: ${what}${times > 1 ? ` x${String(times)}` : ''}`;
  }),
  `${end}, ${String(copies)} copies`,
];

const unsaid = ['kind', 'script', 'seq', 'body', 'sent', 'agent'];
const shortened = (key: string, value: unknown): unknown => (unsaid.includes(key) ? undefined : value);
