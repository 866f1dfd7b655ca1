import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  TestRunProfileKind,
  debug,
  workspace,
  type CancellationToken,
  type TestController,
  type TestItem,
  type TestRun,
  type TestRunRequest,
} from 'vscode';
import { commandLine, run as runCommand } from '../plain/command-line.ts';
import { launchFor } from '../debugging.ts';
import { settingsFor } from '../settings.ts';
import { coverageOf } from './coverage.ts';
import { readLcov } from '../plain/lcov.ts';
import { chosenSteps, report, type Scenario } from './report.ts';
import { failuresIn } from '../plain/results.ts';

/** A script or a scenario that was saved makes tests run again, where somebody asked for that. */
const watched = '**/*.{json,crmscript,crm,cpp,tsfso,ts,js,mjs}';
const settled = 200;

/** Runs tests by the command line, and debugs them by the debug adapter. */
export class TestRuns {
  readonly #controller: TestController;
  readonly #extension: string;

  constructor(controller: TestController, extension: string) {
    this.#controller = controller;
    this.#extension = extension;
  }

  async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    if (request.profile?.kind === TestRunProfileKind.Debug) return this.#debug(request);
    let running = this.#once(request, token);
    await running;
    if (request.continuous !== true) return;
    const watcher = workspace.createFileSystemWatcher(watched);
    let waiting: NodeJS.Timeout | undefined;
    const again = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        running = running.then(() => this.#once(request, token));
      }, settled);
    };
    watcher.onDidChange(again);
    watcher.onDidCreate(again);
    token.onCancellationRequested(() => {
      clearTimeout(waiting);
      watcher.dispose();
    });
  }

  async #once(request: TestRunRequest, token: CancellationToken): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const ending = new AbortController();
    token.onCancellationRequested(() => {
      ending.abort();
    });
    const counts = request.profile?.kind === TestRunProfileKind.Coverage;
    const waiting = [...this.#chosen(request)];
    for (const { shown } of waiting) for (const item of shown) run.enqueued(item);
    const playAll = async () => {
      for (let next = waiting.shift(); next !== undefined && !ending.signal.aborted; next = waiting.shift())
        await this.#replay(next, run, { signal: ending.signal, counts });
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, playAll));
    run.end();
  }

  /** The scenarios of a request, each once: of some the whole, of some a few steps. */
  #chosen({ include, exclude }: TestRunRequest): readonly Scenario[] {
    const all: TestItem[] = [];
    this.#controller.items.forEach((item) => all.push(item));
    return chosenSteps(include ?? all, exclude ?? []);
  }

  async #replay(
    scenario: Scenario,
    run: TestRun,
    { signal, counts }: { readonly signal: AbortSignal; readonly counts: boolean },
  ): Promise<void> {
    const { uri } = scenario.item;
    if (uri === undefined) return;
    const folder = workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? join(uri.fsPath, '..');
    const settings = settingsFor(uri);
    const work = await mkdtemp(join(tmpdir(), 'rehearsal-'));
    const lcov = join(work, 'coverage.info');
    const args = [
      ...['replay', uri.fsPath, '--github'],
      ...(settings.scripts === '' ? [] : ['--scripts', settings.scripts]),
      ...(counts ? ['--lcov', lcov] : []),
    ];
    for (const item of scenario.shown) run.started(item);
    const start = Date.now();
    try {
      const ended = await runCommand(commandLine(this.#extension, settings.commandLine), args, {
        cwd: folder,
        signal,
      });
      report(run, scenario, { ...ended, failures: failuresIn(ended.out), took: Date.now() - start });
      if (counts && ended.code !== null && ended.code < 2)
        for (const file of readLcov(await readFile(lcov, 'utf8'))) run.addCoverage(coverageOf(file, folder));
    } catch (error) {
      const err = `The command line cannot be started: ${error instanceof Error ? error.message : String(error)}`;
      report(run, scenario, { code: 2, out: '', err, failures: [], took: Date.now() - start });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }

  /** One after the other: an editor has one console to look at. */
  async #debug(request: TestRunRequest): Promise<void> {
    for (const { item, steps } of this.#chosen(request)) {
      const { uri } = item;
      if (uri === undefined) continue;
      const [only] = steps.length === 1 ? steps : [];
      await debug.startDebugging(workspace.getWorkspaceFolder(uri), launchFor(uri, true, only));
    }
  }
}
