import { parentPort } from 'node:worker_threads';
import { progressInto, type Hung } from '../hung.ts';
import { languagesFor } from '../languages.ts';
import { loadJavaScript } from '../load-javascript.ts';
import type { JavaScriptTools } from '../../bots/run-script.ts';
import { Adapter, type Request, type Sent } from './adapter.ts';

/** What the thread of a session is given. */
export type SessionData = {
  readonly folder: string;
  readonly shared: SharedArrayBuffer;
  /** The moment at which a script is run on its own. */
  readonly now: string;
  /** What did not come to an end in threads before this one. */
  readonly hung: readonly Hung[];
};

/** What it sends: a message for the editor, or that it has done with a request. */
export type FromSession = { readonly send: Sent } | { readonly done: number };

/** Plays in this thread what an editor debugs. It is given one request after the other, the next one when it has done with the last. */
export async function runSession({ folder, shared, now, hung }: SessionData): Promise<void> {
  const post = (message: FromSession): void => {
    parentPort?.postMessage(message);
  };
  const send = (message: Sent): void => {
    post({ send: message });
  };
  let javascript: JavaScriptTools | undefined;
  const loaded = loadJavaScript().then((tools) => (javascript = tools));
  const tools = (): JavaScriptTools => {
    if (javascript === undefined) throw new Error('A script was run before its engine was loaded.');
    return javascript;
  };
  const languages = await languagesFor(['dap'], tools, progressInto(shared, hung));
  const adapter = new Adapter({ send, folder, languages, now: () => now });
  const receive = async (request: Request): Promise<void> => {
    if (request.command === 'launch') await loaded;
    try {
      adapter.receive(request);
    } catch (error) {
      failed(request, error, send);
    }
    post({ done: request.seq });
  };
  parentPort?.on('message', (request: Request) => void receive(request));
}

/** A fault of the adapter: it is said, and the session is over, as nobody knows where it stands. */
function failed({ seq, command }: Request, error: unknown, send: (message: Sent) => void): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `“${command}” failed in the debug adapter itself, and the session ends.`;
  send({ type: 'response', request_seq: seq, command, success: false, message });
  send({ type: 'event', event: 'output', body: { category: 'stderr', output: `${message}\n${text}\n` } });
  send({ type: 'event', event: 'terminated' });
}
