import { Buffer } from 'node:buffer';

/*
 * The frames of the base protocol that language servers and debug adapters share: `Content-Length: N`, an empty line, and N bytes of
 * JSON. Whatever comes, a reader goes on: what cannot be read is told, and looked through for where the next frame begins.
 */

/** Why a frame cannot be taken: in words for the one who sends, and for the log. */
export type FrameProblem = { readonly kind: 'frame' | 'json'; readonly text: string };

type FrameHandlers = {
  /** A message, as JSON has it. */
  readonly take: (message: unknown) => void;
  readonly refuse: (problem: FrameProblem) => void;
};

const headerName = 'Content-Length:';
const mostHeader = 8 * 1024;
const mostBody = 64 * 1024 * 1024;

/** Puts frames together from what comes in, in whichever pieces. */
export class Frames {
  readonly #told: FrameHandlers;
  #chunks: Buffer[] = [];
  #length = 0;
  /** How long the body is whose header was read. */
  #body: number | undefined;
  /** What comes is passed over until it looks like a header again. */
  #isLost = false;

  constructor(told: FrameHandlers) {
    this.#told = told;
  }

  /** How many bytes of a frame that began are still to come; undefined where none began, or nobody can tell. */
  get missing(): number | undefined {
    return this.#body === undefined ? undefined : this.#body - this.#length;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#step());
  }

  /** Takes the next piece; false where more has to come first. */
  #step(): boolean {
    if (this.#body !== undefined) return this.#takeBody(this.#body);
    if (this.#length === 0) return false;
    return this.#isLost ? this.#findHeader() : this.#takeHeader();
  }

  #takeBody(length: number): boolean {
    if (this.#length < length) return false;
    const all = this.#joined();
    this.#body = undefined;
    const body = all.subarray(0, length);
    let message: unknown;
    try {
      message = JSON.parse(body.toString('utf8'));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#told.refuse({ kind: 'json', text: `A message is not JSON, and was left out: ${why}` });
      // A length that says too much has taken in the next frame, one that says too little has left a rest.
      const next = body.indexOf(headerName);
      this.#keep(all.subarray(next < 0 ? length : next));
      this.#isLost = next < 0 && !startsHeader(all.subarray(length));
      return true;
    }
    this.#keep(all.subarray(length));
    this.#told.take(message);
    return true;
  }

  #takeHeader(): boolean {
    const all = this.#joined();
    const end = all.indexOf('\r\n\r\n');
    if (end < 0 && all.length <= mostHeader) return false;
    const head = all.subarray(0, end < 0 ? mostHeader : end).toString('latin1');
    const problem = end < 0 || end > mostHeader ? 'its header has no end' : this.#readHeader(head);
    if (problem === undefined) {
      this.#keep(all.subarray(end + 4));
      return true;
    }
    const shown = JSON.stringify(head.slice(0, 80));
    this.#told.refuse({ kind: 'frame', text: `A message was left out, as ${problem}: ${shown}` });
    // What stands before a header may have hidden it.
    const hidden = all.indexOf(headerName, 1);
    const isHidden = hidden >= 0 && (end < 0 || hidden < end);
    this.#keep(all.subarray(isHidden ? hidden : end < 0 ? 1 : end + 4));
    this.#isLost = !isHidden;
    return true;
  }

  /** Takes down how long the body is, or answers why that is unknown. */
  #readHeader(head: string): string | undefined {
    const lines = head.split('\r\n');
    const found = lines.find((line) => /^content-length\s*:/i.test(line));
    if (found === undefined) return 'it has no Content-Length';
    const value = found.slice(found.indexOf(':') + 1).trim();
    if (!/^\d{1,15}$/.test(value)) return 'its Content-Length is no number of bytes';
    if (Number(value) > mostBody) return `it has more than ${String(mostBody)} bytes`;
    this.#body = Number(value);
    return undefined;
  }

  #findHeader(): boolean {
    const all = this.#joined();
    const next = all.indexOf(headerName);
    if (next >= 0) {
      this.#isLost = false;
      this.#keep(all.subarray(next));
      return true;
    }
    this.#keep(all.subarray(Math.max(0, all.length - headerName.length + 1)));
    return false;
  }

  #joined(): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : undefined;
    const joined = all ?? Buffer.concat(this.#chunks, this.#length);
    this.#chunks = [joined];
    return joined;
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#length = rest.length;
  }
}

const startsHeader = (rest: Buffer): boolean =>
  rest.length === 0 || /^[\w-]+\s*:/.test(rest.subarray(0, headerName.length).toString('latin1'));
