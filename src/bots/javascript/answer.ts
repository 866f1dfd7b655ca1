import type { ScriptCall } from '../../engine/script-call.ts';
import type { EventDataValue } from '../api/event-data-value.ts';
import { refusing, type ScriptCaller } from './script-caller.ts';

/** What a script answers: what it prints, and `context.result.body`. What is not printed at once is when it has ended. */
export class Answer {
  readonly #caller: ScriptCaller;
  #printed = '';
  #body = '';

  constructor(caller: ScriptCaller) {
    this.#caller = caller;
  }

  print(text: string): void {
    this.#pay(text);
    this.#printed += text;
    this.#body += text;
    this.#tell(text);
  }

  add(text: string): void {
    this.#pay(text);
    this.#body += text;
  }

  set(text: string): void {
    this.#pay(text);
    this.#body = text;
  }

  /** Tells what was answered besides what was printed. */
  end(): void {
    const isMore = this.#body.startsWith(this.#printed);
    const rest = isMore ? this.#body.slice(this.#printed.length) : this.#body;
    if (rest !== '') this.#tell(rest);
  }

  #pay(text: string): void {
    this.#caller.write(text.length);
    this.#caller.text(text.length);
  }

  #tell(text: string): void {
    refusing(() => {
      this.#caller.host.print(this.#caller.callSite, 'print', text);
    });
  }
}

/** What one run works with. */
export type RunParts = {
  readonly call: ScriptCall;
  readonly caller: ScriptCaller;
  readonly data: EventDataValue;
  readonly answer: Answer;
};
