import { relative } from 'node:path';
import {
  Range,
  RelativePattern,
  TestRunProfileKind,
  tests,
  workspace,
  type ExtensionContext,
  type TestController,
  type TestItem,
  type Uri,
} from 'vscode';
import { isScenario, outlineOf } from '../plain/scenario-outline.ts';
import { TestRuns } from './runs.ts';
import { coverageDetails } from './coverage.ts';

/** Folders in which nobody keeps tests, and which are large. */
const leftOut = '**/{node_modules,.git,dist,release}/**';
const mostFiles = 5_000;
/** A scenario can have no more. */
const mostBytes = 64 * 1024 * 1024;

/** The tests of the workspace: a test for each scenario, with one for each of its steps that expects something. */
export class Tests {
  readonly #controller: TestController;

  constructor({ extensionPath, subscriptions }: ExtensionContext) {
    const controller = tests.createTestController('rehearsal', 'Rehearsal');
    this.#controller = controller;
    const runs = new TestRuns(controller, extensionPath);
    const { Run, Debug, Coverage } = TestRunProfileKind;
    const profile = (name: string, kind: TestRunProfileKind) =>
      controller.createRunProfile(name, kind, (request, token) => runs.run(request, token), true);
    const run = profile('Replay', Run);
    const coverage = profile('Replay with Coverage', Coverage);
    profile('Debug', Debug);
    run.supportsContinuousRun = true;
    coverage.supportsContinuousRun = true;
    coverage.loadDetailedCoverage = (_, file) => Promise.resolve(coverageDetails(file));
    controller.refreshHandler = () => this.#find();
    // All are looked for at once, so that nothing is left to be found where one is unfolded.
    void this.#find();
    const watcher = workspace.createFileSystemWatcher('**/*.json');
    subscriptions.push(
      controller,
      watcher,
      watcher.onDidCreate((file) => this.#look(file)),
      watcher.onDidChange((file) => this.#look(file)),
      watcher.onDidDelete((file) => {
        controller.items.delete(file.toString());
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (/\.json$/i.test(document.fileName)) this.#show(document.uri, document.getText());
      }),
    );
  }

  /** Looks through the folders of the workspace. */
  async #find(): Promise<void> {
    for (const folder of workspace.workspaceFolders ?? []) {
      const pattern = new RelativePattern(folder, '**/*.json');
      const files = await workspace.findFiles(pattern, leftOut, mostFiles);
      for (const file of files) await this.#look(file);
    }
  }

  async #look(file: Uri): Promise<void> {
    if (/[\\/]node_modules[\\/]/.test(file.fsPath)) return;
    try {
      const { size } = await workspace.fs.stat(file);
      const text = size > mostBytes ? '' : new TextDecoder().decode(await workspace.fs.readFile(file));
      if (isScenario(text)) this.#show(file, text);
      else this.#controller.items.delete(file.toString());
    } catch {
      this.#controller.items.delete(file.toString());
    }
  }

  /** One that is being written keeps what was last known of it. */
  #show(file: Uri, text: string): void {
    const outline = outlineOf(text);
    if (outline === undefined) return;
    const id = file.toString();
    const item = this.#controller.items.get(id) ?? this.#item(id, outline.name, file, 1);
    item.label = outline.name;
    item.description = shownPath(file);
    item.children.replace(
      outline.steps.map(({ index, title, line }) => this.#item(`${id}#${String(index)}`, title, file, line)),
    );
    this.#controller.items.add(item);
  }

  #item(id: string, label: string, file: Uri, line: number): TestItem {
    const item = this.#controller.createTestItem(id, label, file);
    item.range = new Range(line - 1, 0, line - 1, 0);
    return item;
  }
}

function shownPath(file: Uri): string {
  const folder = workspace.getWorkspaceFolder(file);
  return folder === undefined ? file.fsPath : relative(folder.uri.fsPath, file.fsPath);
}
