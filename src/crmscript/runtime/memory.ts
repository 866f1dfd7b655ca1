/**
 * The bytes that values hold, by a fixed tariff, so that a limit is met at the same statement everywhere.
 * What is reachable twice counts once; short texts count as often as they are held.
 */
export function measure(roots: Iterable<unknown>): number {
  const seen = new Set<unknown>();
  const pending: unknown[] = [];
  let bytes = 0;
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length <= 16) bytes += 16 + 2 * value.length;
      else if (!seen.has(value)) {
        seen.add(value);
        bytes += 32 + 2 * value.length;
      }
    } else if (typeof value === 'object' && value !== null) {
      if (!seen.has(value)) {
        seen.add(value);
        pending.push(value);
      }
    }
  };
  for (const root of roots) visit(root);
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) {
      bytes += 16 + 8 * value.length;
      for (const element of value as unknown[]) visit(element);
    } else if (isMeasured(value)) {
      bytes += value.measure(visit);
    } else {
      bytes += 32;
    }
  }
  return bytes;
}

const isMeasured = (value: unknown): value is { measure(visit: (value: unknown) => void): number } =>
  typeof value === 'object' && value !== null && 'measure' in value && typeof value.measure === 'function';
