import type { Measured } from './measured.ts';
import type { Inputs } from '../../engine/event-data.ts';
import type { EventDataResult, ScriptCall } from '../../engine/script-call.ts';

/** What EventData holds during a run (crm §12.1). Input names are found in any letter case. */
export class EventDataValue implements Measured {
  readonly type: number;
  readonly outputs = new Map<string, string>();
  readonly state: Map<string, string>;
  blocked = false;
  message = '';
  navigateTo = '';
  readonly #read: () => Inputs;
  #inputs: ReadonlyMap<string, string> | undefined;
  #byLowerName: ReadonlyMap<string, string> | undefined;
  #longest: number | undefined;

  constructor(call?: Pick<ScriptCall, 'inputs' | 'state' | 'eventType'>) {
    this.type = call?.eventType ?? 0;
    this.#read = call?.inputs ?? (() => []);
    this.state = new Map(Object.entries(call?.state ?? {}));
  }

  /** Made when they are first asked for: most runs read three of twenty, many none. */
  get inputs(): ReadonlyMap<string, string> {
    this.#inputs ??= new Map(this.#read());
    return this.#inputs;
  }

  input(name: string): string | undefined {
    const exact = this.inputs.get(name);
    if (exact !== undefined) return exact;
    // A longer name than any need not be put in small letters to find that it is not there.
    this.#byLowerName ??= new Map([...this.inputs].map(([known, value]) => [known.toLowerCase(), value]));
    this.#longest ??= Math.max(0, ...[...this.inputs.keys()].map((known) => known.length));
    return name.length > this.#longest ? undefined : this.#byLowerName.get(name.toLowerCase());
  }

  result(): EventDataResult {
    return {
      outputs: Object.fromEntries(this.outputs),
      state: Object.fromEntries(this.state),
      blocked: this.blocked,
      message: this.message,
    };
  }

  measure(visit: (value: unknown) => void): number {
    for (const table of [this.outputs, this.state]) {
      for (const [name, value] of table) {
        visit(name);
        visit(value);
      }
    }
    return 128 + 32 * (this.outputs.size + this.state.size);
  }
}
