/** What a byte adds, by the polynomial that zip, gzip and PNG use. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The CRC-32 of some bytes, as its four bytes, the highest first. */
export function crc32(bytes: Uint8Array): Uint8Array {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  const crc = ~sum;
  return Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc);
}
