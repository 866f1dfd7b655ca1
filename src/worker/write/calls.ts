import type { Answer } from '../../protocol/engine-api.ts';
import type { Call } from '../tabs/tab-messages.ts';

const remembered = 500;

/** The calls that somebody waits for, and the last answers, for those whose answer got lost on the way. */
export class Calls {
  readonly #open = new Map<
    string,
    { call: Call; answer: Promise<Answer>; settle: (answer: Answer) => void }
  >();
  readonly #answers = new Map<string, Answer>();

  /** The answer to the call, once there is one; `start` is called when it was not heard of before. */
  wait(call: Call, start: () => void): Promise<Answer> {
    const known = this.#answers.get(call.id);
    if (known !== undefined) return Promise.resolve(known);
    const open = this.#open.get(call.id);
    if (open !== undefined) return open.answer;
    let settle: (answer: Answer) => void = () => undefined;
    const answer = new Promise<Answer>((resolve) => {
      settle = resolve;
    });
    this.#open.set(call.id, { call, answer, settle });
    start();
    return answer;
  }

  settle(id: string, answer: Answer): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    // What failed may be tried again under the same id.
    if (answer.kind !== 'failed') this.#answers.set(id, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= remembered) break;
      this.#answers.delete(oldest);
    }
    open.settle(answer);
  }

  has(id: string): boolean {
    return this.#open.has(id);
  }

  get waiting(): readonly Call[] {
    return [...this.#open.values()].map(({ call }) => call);
  }
}
