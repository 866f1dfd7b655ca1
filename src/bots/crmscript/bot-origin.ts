import { nameOf, plainOf, valueOf, type Provenance } from '../../crmscript/recorded.ts';
import type { Origin, OriginHow, OriginSource } from '../../engine/origin.ts';
import { handedOver } from './handed-over.ts';
import { sourceOf } from './origin-source.ts';
import type { RecordedRun, StepRecord } from './step-record.ts';

/** So much of a statement is shown. */
const longestText = 160;

/** How a value of a bot's script came to be: the language's record of it, with what is known of the chat. */
export class BotOrigin implements Origin {
  readonly #made: Provenance;
  readonly #record: StepRecord;

  constructor(made: Provenance, record: StepRecord) {
    this.#made = made;
    this.#record = record;
  }

  get how(): OriginHow {
    return this.#made.how;
  }

  get statement(): number {
    return this.#made.here.statement;
  }

  get script(): number {
    return this.#run?.bot.scriptIn(this.#made.here.site.span.file) ?? 0;
  }

  get line(): number {
    return this.#made.here.site.span.line;
  }

  get column(): number {
    return this.#made.here.site.span.column;
  }

  get routine(): string {
    return this.#made.here.site.routine.name;
  }

  get text(): string {
    const { span } = this.#made.here.site;
    const source = this.#run?.bot.sourceOf(span.file) ?? '';
    const [line = ''] = source.slice(span.start, span.end).split(/\r?\n/, 1);
    return line.length > longestText ? `${line.slice(0, longestText)}…` : line;
  }

  get name(): string {
    return nameOf(this.#made);
  }

  get type(): string {
    return valueOf(this.#made).type;
  }

  get value(): string {
    return valueOf(this.#made).value;
  }

  get plain(): string | undefined {
    return plainOf(this.#made);
  }

  get isNothing(): boolean {
    return this.#made.value === null || this.#made.value === undefined;
  }

  get source(): OriginSource | null {
    return this.#run === undefined ? null : sourceOf(this.#made, this.#run, this.#record);
  }

  from(): readonly Origin[] {
    const { from, called } = this.#made;
    // What was done to its object last says most of what is read out of it.
    const done =
      called === undefined ? [] : called.history.slice(Math.max(0, called.upTo - mostDone), called.upTo);
    return [...done.toReversed(), ...from].map((made) => new BotOrigin(made, this.#record));
  }

  handed(): Origin | null {
    const run = this.#run;
    const handed = run && handedOver(this.#made, run, this.#record);
    return handed === undefined ? null : new BotOrigin(handed, this.#record);
  }

  isSame(other: Origin): boolean {
    return other instanceof BotOrigin && Object.is(other.#made.value, this.#made.value);
  }

  isEqual(other: Origin): boolean {
    return other instanceof BotOrigin && other.#made === this.#made;
  }

  get #run(): RecordedRun | undefined {
    return this.#record.runOf(this.#made.here.run);
  }
}

/** So many of the things that were done to an object are named. */
const mostDone = 50;
