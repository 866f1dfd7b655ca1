// prettier-ignore
const first = [
  'Amber', 'Brisk', 'Calm', 'Daring', 'Eager', 'Fair', 'Gentle', 'Hardy', 'Ivory', 'Jolly', 'Keen', 'Lively', 'Mellow',
  'Noble', 'Olive', 'Proud', 'Quiet', 'Rosy', 'Silver', 'Tidy', 'Upbeat', 'Velvet', 'Witty', 'Young', 'Zesty',
];
// prettier-ignore
const second = [
  'Adder', 'Badger', 'Crane', 'Dolphin', 'Eagle', 'Falcon', 'Gull', 'Heron', 'Ibex', 'Jay', 'Kestrel', 'Lynx', 'Marten', 'Newt',
  'Otter', 'Puffin', 'Quail', 'Raven', 'Seal', 'Tern', 'Urchin', 'Vole', 'Wren',
];

/**
 * An invented name for the n-th person, from 1: the same at each time, nobody else's for the first 575, and telling nothing
 * of whose place it takes, not even the first letter.
 */
export function inventedName(person: number): string {
  const n = person - 1;
  const round = Math.floor(n / (first.length * second.length));
  // 25 and 23 have no common part, so each pair comes once; the steps keep neighbours from looking alike.
  const name = `${first[(n * 7) % first.length] ?? ''} ${second[(n * 10) % second.length] ?? ''}`;
  return round === 0 ? name : `${name} ${String(round + 1)}`;
}
