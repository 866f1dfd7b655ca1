import type { Measured } from '../crmscript/library.ts';
import type { EventDataResult, ScriptCall } from '../engine/script-call.ts';

/** What EventData holds during a run (crm §12.1). Input names are found in any letter case. */
export class EventDataValue implements Measured {
  readonly type: number;
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs = new Map<string, string>();
  readonly state: Map<string, string>;
  blocked = false;
  message = '';
  navigateTo = '';
  readonly #byLowerName: ReadonlyMap<string, string>;
  /** Longer names are not among them, and need not be put in small letters to find that out. */
  readonly #longest: number;

  constructor(call?: Pick<ScriptCall, 'inputs' | 'state' | 'eventType'>) {
    this.type = call?.eventType ?? 0;
    this.inputs = new Map(Object.entries(call?.inputs ?? {}));
    this.state = new Map(Object.entries(call?.state ?? {}));
    this.#byLowerName = new Map([...this.inputs].map(([name, value]) => [name.toLowerCase(), value]));
    this.#longest = Math.max(0, ...[...this.inputs.keys()].map((name) => name.length));
  }

  input(name: string): string | undefined {
    if (name.length > this.#longest) return undefined;
    return this.inputs.get(name) ?? this.#byLowerName.get(name.toLowerCase());
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
