import type { RecordedAnswer } from '../../engine/step-request.ts';
import type { HttpRequest } from '../../engine/script-call.ts';
import { limits } from '../../scenario/limits.ts';
import { isForbiddenKey } from '../../scenario/scan-json.ts';

/** Why a service gave no answer that could be used. */
export type ServiceFailure =
  | 'not-a-request'
  | 'offline'
  | 'no-cors'
  | 'unreachable'
  | 'redirected'
  | 'too-large'
  | 'too-late'
  | 'cancelled';

export type ServiceAnswer = { readonly answer: RecordedAnswer; readonly failure: ServiceFailure | null };

/** A real call is given up after so many milliseconds (rulings 7). */
export const patience = 30_000;

/** So many bytes of an answer are taken: more than a script can do anything with. */
export const mostBytes = 4 * 1024 * 1024;

/** What asking needs of the browser; a test gives its own. */
export type Asking = {
  readonly fetch: typeof fetch;
  /** Tells the service worker that this request is to be let out. */
  readonly permit: (method: string, url: string) => Promise<void>;
  readonly isOnline: () => boolean;
  readonly monotonic: () => number;
};

/** Nothing of this browser goes along: no cookies, no login that it knows, not where the call came from; and nothing is kept. */
const plain: RequestInit = {
  mode: 'cors',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'manual',
};

/**
 * Asks a real service, once, for a call that a script makes, and gives what is recorded with the step. Nothing is followed: where
 * an answer leads elsewhere, a page is not told where to, so that nobody could be asked whether to go there.
 */
export async function askService(
  asking: Asking,
  call: HttpRequest,
  cancel: AbortSignal,
): Promise<ServiceAnswer> {
  const began = asking.monotonic();
  const tooLate = AbortSignal.timeout(patience);
  const signal = AbortSignal.any([cancel, tooLate]);
  const fails = (failure: ServiceFailure): ServiceAnswer => failed(call, failure);
  const url = new URL(call.url);
  url.hash = '';
  let request: Request;
  try {
    const body = call.body === '' ? null : call.body;
    request = new Request(url, { ...plain, method: call.method, headers: call.headers, body, signal });
  } catch {
    return fails('not-a-request');
  }
  try {
    await asking.permit(request.method, request.url);
    signal.throwIfAborted();
    const response = await asking.fetch(request);
    if (response.type === 'opaqueredirect') return fails('redirected');
    const body = await textOf(response);
    if (body === null) return fails('too-large');
    const delay = Math.max(0, Math.round(asking.monotonic() - began));
    // What no file can say is left out: else none could be opened again in which the answer stands.
    const headers = Object.fromEntries(
      [...response.headers].filter(
        ([name, value]) => name.length <= limits.name && value.length <= limits.text && !isForbiddenKey(name),
      ),
    );
    const { method, url: asked } = call;
    const answer = { method, url: asked, status: response.status, headers, body, delay, live: true } as const;
    return { answer, failure: null };
  } catch {
    if (cancel.aborted) return fails('cancelled');
    if (tooLate.aborted) return fails('too-late');
    return fails(await whyNothingCame(asking, url, signal));
  }
}

/** The answer as text, whatever letters it says it is in; null when it is too long. */
async function textOf(response: Response): Promise<string | null> {
  const [, charset = 'utf-8'] =
    /charset="?([^\s;"]+)/i.exec(response.headers.get('content-type') ?? '') ?? [];
  const decoder = decoderFor(charset);
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) return text + decoder.decode();
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/**
 * A page is told nothing of why a request failed. Whether the service is there at all shows a second one that asks for nothing
 * (`HEAD` of its root, again without cookies): what answers it, only does not let pages read.
 */
async function whyNothingCame(asking: Asking, { origin }: URL, signal: AbortSignal): Promise<ServiceFailure> {
  const root = `${origin}/`;
  try {
    await asking.permit('HEAD', root);
    await asking.fetch(root, { ...plain, method: 'HEAD', mode: 'no-cors', redirect: 'follow', signal });
    return 'no-cors';
  } catch {
    return asking.isOnline() ? 'unreachable' : 'offline';
  }
}

/** What a script reads where no answer came: such texts are the same whatever language the window speaks. */
const readByScripts: Readonly<Record<ServiceFailure, (host: string) => string>> = {
  'not-a-request': (host) => `could not ask ${host}: a browser does not send such a request`,
  offline: (host) => `could not connect to ${host}: offline`,
  'no-cors': (host) => `could not connect to ${host}: it does not let web pages read its answers (CORS)`,
  unreachable: (host) => `could not connect to ${host}`,
  redirected: (host) => `${host} leads to another address, which a browser does not tell`,
  'too-large': (host) => `the answer of ${host} is longer than ${String(mostBytes / 1024 / 1024)} MiB`,
  'too-late': () => `timeout: no answer within ${String(patience / 1000)} s`,
  cancelled: (host) => `asking ${host} was cancelled`,
};

function failed({ method, url }: HttpRequest, failure: ServiceFailure): ServiceAnswer {
  const error = readByScripts[failure](new URL(url).host);
  return { answer: { method, url, error, live: true }, failure };
}
