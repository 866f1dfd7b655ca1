import { lookOnLine } from '../../bots/look-on-line.ts';
import { statementLines } from '../../bots/statement-lines.ts';
import type { TablesSource } from '../../crmscript/library.ts';
import { placeOnLine, readHitCondition } from '../../debug/breakpoints.ts';
import { messageParts } from '../../debug/log-message.ts';
import { coded } from '../../debug/codes.ts';
import type { Script } from '../../engine/definition.ts';
import { findScript } from '../../engine/registration.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { World } from '../../engine/world.ts';
import type { BreakpointProblems, WrittenBreakpoint, WrittenScript } from '../../protocol/help-api.ts';

/** Helps to set breakpoints in scripts as they are being written. */
export class BreakpointHelp {
  /** A text is compiled once for all that is asked about it in a row. */
  #last: Script | null = null;

  /** Where breakpoints on lines are; null where nobody can tell. */
  place(
    world: World,
    written: WrittenScript,
    lines: readonly number[],
    tables?: TablesSource,
  ): readonly number[] | null {
    const script = this.#scriptOf(world, written);
    const known = script && statementLines(world, script, tables);
    if (known === null || known === undefined || known.length === 0) return null;
    return lines.map((line) => placeOnLine(line, known)?.line ?? line);
  }

  /** What is wrong with what a breakpoint depends on. */
  check(world: World, written: WrittenBreakpoint, tables?: TablesSource): BreakpointProblems {
    const { line, condition, hitCondition, logMessage } = written;
    const script = line > 0 ? this.#scriptOf(world, written) : undefined;
    const look = (expression: string) =>
      script === undefined ? null : lookOnLine(world, script, line, expression, tables);
    return {
      condition: condition.trim() === '' ? null : problemOfCondition(look(condition)),
      hitCondition:
        readHitCondition(hitCondition) === null ? coded('hit-condition', { text: hitCondition }) : null,
      logMessage: firstProblem(logMessage, look),
    };
  }

  #scriptOf(world: World, { script: id, source }: WrittenScript): Script | undefined {
    const stored = findScript(world.folders, id);
    if (stored === undefined || stored.source === source) return stored;
    const last = this.#last;
    if (last?.id === id && last.source === source && last.language === stored.language) return last;
    this.#last = { ...stored, source };
    return this.#last;
  }
}

type Looked = ReturnType<typeof lookOnLine>;

function problemOfCondition(looked: Looked): CodedText | null {
  if (looked === null) return null;
  if ('problem' in looked) return looked.problem;
  return looked.type === 'Bool' ? null : coded('condition-not-bool', { given: looked.type });
}

/** Of the expressions in a message, the first problem. */
function firstProblem(message: string, look: (expression: string) => Looked): CodedText | null {
  for (const part of messageParts(message)) {
    const looked = 'text' in part ? null : look(part.expression);
    if (looked !== null && 'problem' in looked) return looked.problem;
  }
  return null;
}
