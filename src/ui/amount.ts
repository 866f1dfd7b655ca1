/** `212 kB`, `3.1 MB`: a thousand to the next unit, two figures where one would say too little. */
export function amountOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let n = bytes;
  for (; n >= 999.5 && unit < units.length - 1; unit += 1) n /= 1000;
  const digits = unit > 0 && n < 9.95 ? 1 : 0;
  return `${n.toFixed(digits)} ${units[unit] ?? ''}`;
}
