import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  PublishDiagnosticsNotification,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver-protocol/node';
import { shownOf, type PublishedDiagnostic } from './diagnostics.ts';
import { isScript } from './documents.ts';
import type { LspConnection } from './lsp-connection.ts';
import type { Session } from './session.ts';

/**
 * Says what is wrong with the open scripts, as soon as nothing else is to be done: the one that was just written in first, then those
 * that it may have changed. The latest text wins, and what is the same as before is not said again.
 */
export class Checking {
  readonly #session: Session;
  readonly #line: LspConnection;
  readonly #waiting = new Set<string>();
  readonly #said = new Map<string, string>();
  #isRunning = false;

  constructor(session: Session, line: LspConnection) {
    this.#session = session;
    this.#line = line;
  }

  /** A script was written in; whatever includes it may be otherwise, too. */
  touch(path: string): void {
    const { documents, includeGraph } = this.#session;
    const others = documents
      .all()
      .flatMap((one) => (includeGraph.concerns(path, one.path) ? [one.path] : []));
    for (const one of [path, ...others]) this.#waiting.add(one);
    this.#run();
  }

  /** Scripts came, went or changed beside: any that is open may be otherwise, the one that is named first. */
  touchAll(first?: string): void {
    if (first !== undefined) this.#waiting.add(first);
    for (const { path } of this.#session.documents.all()) this.#waiting.add(path);
    this.#run();
  }

  /** A script that is closed has nothing wrong with it any more. */
  forget(path: string, uri: string): void {
    this.#waiting.delete(path);
    if (this.#said.delete(path)) this.#publish(uri, undefined, []);
    this.touchAll();
  }

  /** What is shown of scripts may be otherwise, though none was written in: who asks by itself is told to ask again. */
  refresh(): void {
    const { tokens, inlays, lenses } = this.#session.client.refreshes;
    const methods = [
      ...(tokens ? [SemanticTokensRefreshRequest.method] : []),
      ...(inlays ? [InlayHintRefreshRequest.method] : []),
      ...(lenses ? [CodeLensRefreshRequest.method] : []),
    ];
    for (const method of methods) this.#line.connection.sendRequest(method).catch(() => undefined); // it can do without
    this.touchAll();
  }

  #run(): void {
    if (this.#session.client.pullsDiagnostics) {
      this.#askAgain();
      return;
    }
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#runAll().finally(() => {
      this.#isRunning = false;
    });
  }

  /** A client that asks by itself is told that another script than the one it writes in may be otherwise. */
  #askAgain(): void {
    const isMore = this.#waiting.size > 1;
    this.#waiting.clear();
    if (!isMore || !this.#session.client.refreshes.diagnostics) return;
    this.#line.connection.sendRequest(DiagnosticRefreshRequest.method).catch(() => undefined); // it can do without
  }

  async #runAll(): Promise<void> {
    for (;;) {
      await this.#line.quiet();
      const [path] = this.#waiting;
      if (path === undefined) return;
      this.#waiting.delete(path);
      try {
        await this.#check(path);
      } catch (error) {
        this.#session.say(`${path} could not be checked: ${String(error)}`);
      }
    }
  }

  async #check(path: string): Promise<void> {
    const open = this.#session.documents.at(path);
    if (open === undefined || !isScript(path)) return;
    const asked = await this.#session.ask(open.uri);
    // Closed meanwhile, or written in: then it stands in the queue again.
    const isAsAsked = () => this.#session.documents.at(path)?.text === asked.program.source;
    if (!isAsAsked()) return;
    const diagnostics = (await shownOf(this.#session, asked)).map(({ diagnostic }) => diagnostic);
    if (!isAsAsked()) return;
    const { version } = this.#session.documents.at(path) ?? open;
    const said = JSON.stringify([version, diagnostics]);
    if (this.#said.get(path) === said) return;
    this.#said.set(path, said);
    this.#publish(open.uri, version, diagnostics);
  }

  #publish(uri: string, version: number | undefined, diagnostics: PublishedDiagnostics): void {
    const params = { uri, ...(version !== undefined && { version }), diagnostics };
    this.#line.tell(PublishDiagnosticsNotification.method, params);
  }
}

type PublishedDiagnostics = readonly PublishedDiagnostic['diagnostic'][];
