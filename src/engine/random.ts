/**
 * Random numbers as a hash of the world's seed, the step and the n-th draw in it (rulings 8), so that
 * there is no running state to store and a step that is run again draws the same. The mixing is that of
 * MurmurHash3's 32-bit finaliser.
 */
export function randomBits(seed: number, step: number, draw: number): number {
  let hash = seed | 0;
  for (const word of [step, draw, 0x9e3779b9]) {
    hash = mix(hash ^ mix(Math.imul(word | 0, 0xcc9e2d51)));
  }
  return hash >>> 0;
}

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A GUID made of four draws, in the form of version 4. */
export function guid(draw: () => number): string {
  const hex = Array.from({ length: 4 }, () => draw().toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
