import { Location, Position, TestMessage, type TestItem, type TestRun } from 'vscode';
import type { Ended } from '../plain/command-line.ts';
import type { Failure } from '../plain/results.ts';

/** A scenario that is to be played, and those of its steps that are asked about, from 1; none means all. */
export type Scenario = {
  readonly item: TestItem;
  readonly steps: readonly number[];
  /** The items whose results are told. */
  readonly shown: readonly TestItem[];
};

export type Played = Ended & { readonly failures: readonly Failure[]; readonly took: number };

/** Steps cannot be played alone: of each step that is asked for its scenario is played, once. */
export function chosenSteps(items: readonly TestItem[], without: readonly TestItem[]): readonly Scenario[] {
  const left = new Set(without.map(({ id }) => id));
  const byFile = new Map<string, { item: TestItem; steps: TestItem[] | undefined }>();
  for (const item of items) {
    const file = item.parent ?? item;
    if (left.has(item.id) || left.has(file.id)) continue;
    const known = byFile.get(file.id);
    if (item.parent === undefined) byFile.set(file.id, { item: file, steps: undefined });
    else if (known === undefined) byFile.set(file.id, { item: file, steps: [item] });
    else known.steps?.push(item);
  }
  return [...byFile.values()].map(({ item, steps }) => {
    const shown: TestItem[] = [...(steps ?? [item])];
    if (steps === undefined) item.children.forEach((step) => left.has(step.id) || shown.push(step));
    return { item, steps: (steps ?? []).map(stepOf), shown };
  });
}

export const stepOf = ({ id }: { readonly id: string }): number => Number(/#(\d+)$/.exec(id)?.[1] ?? 0);

/** Says of each item whether it holds; a failure stands at the line that expects it. */
export function report(run: TestRun, { item, shown }: Scenario, played: Played): void {
  const { code, out, err, failures, took } = played;
  run.appendOutput(`${out}${err}`.replaceAll(/\r?\n/g, '\r\n'), undefined, item);
  for (const one of shown) {
    const step = stepOf(one);
    const own = failures.filter((failure) => step === 0 || failure.step === step);
    if (code === null) run.skipped(one);
    else if (code > 1 || (step === 0 && code === 1 && own.length === 0))
      run.errored(one, said(err, out), took);
    else if (own.length === 0) run.passed(one, step === 0 ? took : undefined);
    else
      run.failed(
        one,
        own.map((failure) => messageOf(failure, one)),
        step === 0 ? took : undefined,
      );
  }
}

const said = (err: string, out: string): TestMessage =>
  new TestMessage(err.trim() || out.trim() || 'The command line ended without a word.');

function messageOf({ message, line, expected, actual }: Failure, { uri }: TestItem): TestMessage {
  const told =
    expected === undefined || actual === undefined
      ? new TestMessage(message)
      : TestMessage.diff(message, expected, actual);
  if (uri !== undefined) told.location = new Location(uri, new Position(line - 1, 0));
  return told;
}
