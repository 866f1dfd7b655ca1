import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import { afterHandOver } from './after-hand-over.ts';
import { endsSilently } from './ends-silently.ts';
import type { ScriptFlow } from './flow.ts';
import type { FoundHint } from './found.ts';
import { hintWords } from './hint-words.ts';
import { calledClosed } from './called-closed.ts';
import type { CallerContext } from './caller-context.ts';
import { newerThanRegistration, noWayToPeople, triggerOfAllChannels, withoutRole } from './who-calls.ts';
import { longParams, outsidePorts } from './written.ts';
import { writesTooSoon } from './writes-too-soon.ts';

/** More are no help to anybody. */
const mostTold = 500;

/** A script as its hints see it. */
export type HintedScript = {
  /** What its spans call it. */
  readonly file: string;
  readonly flow: ScriptFlow;
  /** The texts of the script and of what it includes, by file. */
  readonly sources: ReadonlyMap<string, string>;
};

/**
 * Hints at a bot's script, each with the number of its rule (`docs/hints.md`): what may go wrong in a chat although the language has
 * nothing against it. Those that a place in an included script has are told there, as the script's own.
 */
export function hintsOf(
  standing: CallerContext | undefined,
  { file, flow, sources }: HintedScript,
): readonly Diagnostic[] {
  const sourceOf = (name: string) => sources.get(name);
  const ofText: readonly FoundHint[] = [
    ...afterHandOver(flow, sourceOf),
    ...outsidePorts(flow.texts),
    ...longParams(flow.texts),
    ...calledClosed(sources.get(file) ?? '', file),
  ];
  const found =
    standing === undefined ? ofText : [...ofText, ...ofStanding(standing, file, flow, [...sources.values()])];
  return found
    .slice(0, mostTold)
    .map(diagnosticOf)
    .sort((a, b) => a.span.start - b.span.start);
}

function ofStanding(
  standing: CallerContext,
  file: string,
  flow: ScriptFlow,
  sources: readonly string[],
): readonly FoundHint[] {
  const isHeard = standing.role !== undefined && standing.role !== 'register';
  return [
    ...writesTooSoon(standing, flow),
    ...(isHeard ? endsSilently(flow) : []),
    ...withoutRole(standing, file),
    ...newerThanRegistration(standing, file),
    ...noWayToPeople(standing, file),
    ...triggerOfAllChannels(standing, flow, sources),
  ];
}

function diagnosticOf({ code, at, params, fix }: FoundHint): Diagnostic {
  const { rule, message, fix: label } = hintWords[code];
  const mends = fix && label !== '' ? { fix: { ...fix, label } } : {};
  return { severity: 'hint', code, rule, params, message: message(params), span: at, ...mends };
}
