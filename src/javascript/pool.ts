import { baseScope } from './guest/base.ts';
import { Instance, evalAs, type Compiled, type Handle, type Snapshot } from './instance.ts';
import type { GlobalScope } from './javascript.ts';

/** An engine in which a global scope was evaluated, and what it takes to begin a run there. */
type Template = {
  readonly snapshot: Snapshot;
  readonly driver: Driver;
};

/** Functions of the guest that the host calls. */
export type Driver = {
  readonly begin: Handle;
  readonly nextTimer: Handle;
  readonly told: Handle;
};

/** How much a run can take before the memory of its engine grows, and the engine cannot be used again. */
const roomOfRun = 1024 * 1024;

/** The most engines that wait for a run: as many as runs are ever inside each other. */
const mostIdle = 11;

/** Beyond this many scopes the first is forgotten; a program has one or two. */
const mostTemplates = 8;

/** An engine for each run, whose memory is as the run before never was. */
export class Pool {
  readonly #compiled: Compiled;
  readonly #idle: Instance[] = [];
  readonly #templates = new Map<GlobalScope, Template>();
  readonly #base: Snapshot;
  readonly #scope: Handle;
  readonly #driver: Omit<Driver, 'begin'>;
  /** All the memory that an engine can have, in bytes. */
  readonly capacity: number;

  constructor(compiled: Compiled, capacity: number) {
    this.#compiled = compiled;
    this.capacity = capacity;
    const instance = new Instance(compiled);
    instance.begin();
    const make = checked(instance, instance.evaluate(baseScope, 'base', evalAs.script));
    const driver = checked(instance, instance.call(make, instance.hostFunction()));
    this.#scope = instance.property(driver, 'scope');
    this.#driver = {
      nextTimer: instance.property(driver, 'nextTimer'),
      told: instance.property(driver, 'told'),
    };
    instance.reserve(roomOfRun);
    this.#base = instance.snapshot();
    this.#idle.push(instance);
  }

  take(scope: GlobalScope): { instance: Instance; template: Template } {
    const template = this.#templates.get(scope) ?? this.#newTemplate(scope);
    return { instance: this.#instanceOf(template.snapshot), template };
  }

  /** Takes back an engine that is whole, unless it grew. */
  giveBack(instance: Instance, size: number): void {
    instance.surroundings = undefined;
    if (instance.size === size && this.#idle.length < mostIdle) this.#idle.push(instance);
  }

  #instanceOf(snapshot: Snapshot): Instance {
    const instance = this.#idle.pop() ?? new Instance(this.#compiled);
    instance.restore(snapshot);
    return instance;
  }

  #newTemplate(scope: GlobalScope): Template {
    const instance = this.#instanceOf(this.#base);
    const make = checked(instance, instance.evaluate(`(${scope.source})`, 'scope', evalAs.script));
    const names = instance.text(JSON.stringify(scope.functions));
    const begin = checked(instance, instance.call(this.#scope, make, names));
    const template = { snapshot: instance.snapshot(), driver: { ...this.#driver, begin } };
    this.giveBack(instance, this.#base.size);
    const oldest = this.#templates.size < mostTemplates ? undefined : this.#templates.keys().next().value;
    if (oldest !== undefined) this.#templates.delete(oldest);
    this.#templates.set(scope, template);
    return template;
  }
}

/** These texts are our own: one that fails is a mistake of the program. */
function checked(instance: Instance, value: Handle): Handle {
  if (!instance.isException(value)) return value;
  const error = instance.exception();
  const [message, stack] = ['message', 'stack'].map((name) =>
    instance.textOf(instance.property(error, name)),
  );
  throw new Error(`What scripts in JavaScript find cannot be made: ${message ?? ''}\n${stack ?? ''}`);
}
