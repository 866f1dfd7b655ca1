/* What page and worker say to each other about the real network (docs/network.md). The worker reaches nobody: the page asks. */

/** Part of EngineApi. */
export interface NetworkApi {
  /**
   * Whether this page asks real services for the calls of a workspace that nobody else answers: then their steps wait for what
   * comes (rulings 2), in whichever tab writes. A page that is gone asks nobody, and what waits for it goes on without an answer. It
   * is said again to each new worker.
   */
  asksServices(workspace: string, asks: boolean): Promise<void>;
}
