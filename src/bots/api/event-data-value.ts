import type { Measured } from './measured.ts';
import type { Inputs } from '../../engine/event-data.ts';
import type { EventDataResult, ScriptCall } from '../../engine/script-call.ts';

/** Values by name, as a debugger shows them. */
class ShownTable {
  readonly #table: ReadonlyMap<string, string>;

  constructor(table: ReadonlyMap<string, string>) {
    this.#table = table;
  }

  parts() {
    return { type: 'Map', text: `${String(this.#table.size)} values`, named: [...this.#table] };
  }
}

const none: Readonly<Record<string, string>> = {};

/** Those of the chat are at most 27. */
const shortList = 32;

/** What EventData holds during a run (crm §12.1). Input names are found in any letter case. */
export class EventDataValue implements Measured {
  readonly type: number;
  blocked = false;
  message = '';
  navigateTo = '';
  readonly #read: () => Inputs;
  readonly #given: Readonly<Record<string, string>> | undefined;
  #list: Inputs | undefined;
  #outputs: Map<string, string> | undefined;
  #state: Map<string, string> | undefined;
  #inputs: ReadonlyMap<string, string> | undefined;
  #byLowerName: ReadonlyMap<string, string> | undefined;
  #longest: number | undefined;
  /** The same objects whenever somebody looks, so that they are seen to be the same. */
  #shown: Record<string, ShownTable> | undefined;

  constructor(call?: Pick<ScriptCall, 'inputs' | 'state' | 'eventType'>) {
    this.type = call?.eventType ?? 0;
    this.#read = call?.inputs ?? (() => []);
    this.#given = call?.state;
  }

  /** Most runs put nothing out. */
  get outputs(): Map<string, string> {
    return (this.#outputs ??= new Map<string, string>());
  }

  get state(): Map<string, string> {
    return (this.#state ??= new Map(Object.entries(this.#given ?? {})));
  }

  /** Made when they are first asked for: most runs read three of twenty, many none. */
  get inputs(): ReadonlyMap<string, string> {
    this.#inputs ??= new Map(this.#inputList());
    return this.#inputs;
  }

  #inputList(): Inputs {
    return (this.#list ??= this.#read());
  }

  /** Of a short list one is found sooner than a table of it is made. */
  #exact(name: string): string | undefined {
    const list = this.#inputList();
    if (list.length > shortList) return this.inputs.get(name);
    for (let index = list.length - 1; index >= 0; index--) {
      const entry = list[index];
      if (entry?.[0] === name) return entry[1];
    }
    return undefined;
  }

  input(name: string): string | undefined {
    const exact = this.#exact(name);
    if (exact !== undefined) return exact;
    // A longer name than any need not be put in small letters to find that it is not there.
    this.#byLowerName ??= new Map([...this.inputs].map(([known, value]) => [known.toLowerCase(), value]));
    this.#longest ??= Math.max(0, ...[...this.inputs.keys()].map((known) => known.length));
    return name.length > this.#longest ? undefined : this.#byLowerName.get(name.toLowerCase());
  }

  result(): EventDataResult {
    return {
      outputs: this.#outputs === undefined ? none : Object.fromEntries(this.#outputs),
      state: this.#state === undefined ? (this.#given ?? none) : Object.fromEntries(this.#state),
      blocked: this.blocked,
      message: this.message,
    };
  }

  /** What a debugger shows of it. */
  parts(): { readonly type: string; readonly text: string; readonly named: [string, unknown][] } {
    const more: [string, unknown][] = [['blocked', this.blocked]];
    if (this.message !== '') more.push(['message', this.message]);
    const tables = { inputs: this.inputs, outputs: this.outputs, state: this.state };
    const named = Object.entries(tables).map(([name, table]): [string, unknown] => [
      name,
      ((this.#shown ??= {})[name] ??= new ShownTable(table)),
    ]);
    return { type: 'EventData', text: `${String(this.inputs.size)} inputs`, named: [...named, ...more] };
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
