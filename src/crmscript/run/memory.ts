const slots = 256;

class LongTexts {
  /** Texts that were looked into, and the lengths of texts that were joined since, by the last bits of the length. */
  readonly seen: string[] = new Array<string>(slots).fill('');
  readonly joined = new Int32Array(slots);
  /** How many there were since the last measurement. */
  readonly made = new Int32Array(slots);
}

/** What a run holds of values: its variables, its open calls, and what is being worked with. */
export type Roots = { roots(): Iterable<unknown> };

/**
 * The memory that a script and all that run inside it share. What is made is charged; as long as the charges
 * stay below the limit, what is held does too, and nobody needs to look. Above it what is held is measured.
 */
export class Memory {
  readonly limit: number;
  /** More than this is remembered, and nothing else happens. */
  readonly soft: number;
  /** Whether more than the soft limit has been held. */
  isOverSoft = false;
  charged = 0;
  /** The charge at which to measure. */
  measureAt: number;
  /** Bytes of texts that were handed to the world, where they stay. */
  written = 0;
  /** Whose values count, outermost first. */
  readonly holders: Roots[] = [];
  /** Bytes that calls of the host hold while scripts run inside them. */
  pinned = 0;
  /** Of long texts, which few scripts make. */
  #long: LongTexts | null = null;

  constructor(limit: number, soft = limit) {
    this.limit = limit;
    this.soft = Math.min(soft, limit);
    this.measureAt = this.soft;
  }

  /** A long text was made of two: the host puts the parts together when somebody looks into it. */
  joined(length: number): void {
    const { joined, made } = (this.#long ??= new LongTexts());
    joined[length % slots] = length;
    made[length % slots] = (made[length % slots] ?? 0) + 1;
  }

  /** A long text was made in one piece. */
  made(text: string): void {
    const { joined, seen } = (this.#long ??= new LongTexts());
    joined[text.length % slots] = 0;
    seen[text.length % slots] = text;
  }

  /** Whether the host may have to put a long text together in order to look into it. */
  isNew(text: string): boolean {
    const { joined, seen } = (this.#long ??= new LongTexts());
    const slot = text.length % slots;
    if (joined[slot] !== text.length && seen[slot] === text) return false;
    joined[slot] = 0;
    seen[slot] = text;
    return true;
  }

  /**
   * Finds out what is held. After `mostValues` nobody can pay for looking any more. The room until
   * the next time is never small, so that it happens seldom.
   */
  measure(pending: number, mostValues: number): Measurement {
    const { seen, made } = (this.#long ??= new LongTexts());
    seen.fill('');
    const roots = this.holders.flatMap((holder) => [...holder.roots()]);
    const measurement = measure(roots, this.limit, mostValues, (length) => {
      const left = made[length % slots] ?? 0;
      made[length % slots] = left - 1;
      return left > 0;
    });
    made.fill(0);
    const live = measurement.bytes + this.pinned + pending;
    this.charged = live;
    this.isOverSoft ||= live > this.soft;
    this.measureAt = this.isOverSoft
      ? Math.max(this.limit, live + this.limit / 4)
      : Math.max(this.soft, live + this.soft / 8);
    return { ...measurement, bytes: live };
  }
}

export type Measurement = {
  readonly bytes: number;
  /** How many values were looked at. */
  readonly values: number;
};

/** Up to here texts count as often as they are held: that is cheaper than to find out. */
const shortText = 16;

/**
 * The bytes that values hold, by a fixed tariff, so that a limit is met at the same statement everywhere. Texts
 * that are equal become one and the same, and count once.
 */
function measure(
  roots: readonly unknown[],
  limit: number,
  mostValues: number,
  isNew: (length: number) => boolean,
): Measurement {
  const texts = new Map<string, string>();
  const seen = new Set<object>();
  const pending: object[] = [];
  let bytes = 0;
  let values = 0;
  const visit: Visit = <T>(value: T): T => {
    values += 1;
    if (typeof value === 'string') {
      if (value.length <= shortText) {
        bytes += 16 + 2 * value.length;
        return value;
      }
      // It is too much already, of memory or of time, and to compare long texts would make it more.
      if (bytes > limit || values > mostValues) return value;
      const known = texts.get(value);
      if (known !== undefined) {
        // To find that two texts are equal takes the longer the longer they are, unless they are one already.
        if (isNew(value.length)) values += value.length >> 4;
        return known as typeof value;
      }
      texts.set(value, value);
      bytes += 32 + 2 * value.length;
    } else if (typeof value === 'object' && value !== null) {
      if (!seen.has(value)) {
        seen.add(value);
        pending.push(value);
      }
    } else if (typeof value === 'bigint') bytes += 24;
    return value;
  };
  for (const root of roots) visit(root);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const own = sizeOf(value, visit);
    // Visiting adds to the sum, so this has to be a statement of its own.
    bytes += own + identity;
  }
  return { bytes, values };
}

/** What any object takes, and remembering that it was seen. */
const identity = 32;

/** A date: its fields, and what the host keeps beside it. */
const otherObject = 256;

type Visit = <T>(value: T) => T;

function sizeOf(value: object, visit: Visit): number {
  if (Array.isArray(value)) return measureArray(value, visit);
  if (value instanceof Map) return measureMap(value as Map<unknown, unknown>, visit);
  return isMeasured(value) ? value.measure(visit) : otherObject;
}

function measureMap(map: Map<unknown, unknown>, visit: Visit): number {
  for (const [key, value] of map) {
    visit(key);
    map.set(key, visit(value));
  }
  return 64 + 48 * map.size;
}

function measureArray(array: unknown[], visit: Visit): number {
  for (let index = 0; index < array.length; index++) {
    const value = array[index];
    if (typeof value === 'string') array[index] = visit(value);
    else if (typeof value !== 'number' && typeof value !== 'boolean') visit(value);
  }
  return 16 + 8 * array.length;
}

const isMeasured = (value: object): value is { measure(visit: Visit): number } =>
  'measure' in value && typeof value.measure === 'function';
