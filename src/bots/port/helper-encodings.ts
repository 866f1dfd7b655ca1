/** Texts as they stand in HTML, in addresses and as bytes. */
export const encodingHelpers = {
  htmlEncode: {
    text: `
/** A text as it is written in HTML. */
function htmlEncode(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}`,
  },
  htmlDecode: {
    text: `
/** The commonest entities of HTML, and those by number, as characters. */
function htmlDecode(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\\u00a0' };
  return text.replace(/&(?:#(\\d+)|#[xX]([0-9a-fA-F]+)|(\\w+));/g, (whole, decimal, hex, name) => {
    if (name) return names[name] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
}`,
  },
  urlEncode: {
    text: `
/** A text as it stands in an address: all but letters, digits and -_.~ encoded. */
function urlEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => \`%\${sign.charCodeAt(0).toString(16).toUpperCase()}\`);
}`,
  },
  urlDecode: {
    text: `
/** The text of which an address is made; a plus is a blank. */
function urlDecode(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  });
}`,
  },
  utf8Encode: {
    text: `
/** The bytes of a text in UTF-8, a character for each. */
function utf8Encode(text: string): string {
  return encodeURIComponent(text).replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}`,
  },
  utf8Decode: {
    text: `
/** The text whose bytes in UTF-8 stand as characters in another; that one where it is no UTF-8. */
function utf8Decode(text: string): string {
  if (/[^\u0000-\u00ff]/.test(text)) return text;
  try {
    return decodeURIComponent(
      text.replace(/[^]/g, (byte) => \`%\${byte.charCodeAt(0).toString(16).padStart(2, '0')}\`),
    );
  } catch {
    return text;
  }
}`,
  },
  bytesOf: {
    text: `
/** The bytes of a text in Latin-1; other characters become question marks. */
function bytesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    return code > 255 ? 63 : code;
  });
}`,
  },
  textOfBytes: {
    text: `
/** A character for each byte. */
function textOfBytes(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}`,
  },
  encodeBase64: {
    text: `
/** Bytes as base64. */
function encodeBase64(bytes: readonly number[]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.slice(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    text += [18, 12, 6, 0].map((shift) => letters.charAt((bits >> shift) & 63)).join('');
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + '='.repeat(missing);
}`,
  },
  decodeBase64: {
    text: `
/** The bytes that a text in base64 stands for. */
function decodeBase64(text: string): number[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = [...text].map((letter) => letters.indexOf(letter)).filter((value) => value >= 0);
  const bytes: number[] = [];
  for (let at = 0; at + 1 < values.length; at += 4) {
    const [a, b, c = -1, d = -1] = values.slice(at, at + 4);
    bytes.push((a << 2) | (b >> 4));
    if (c >= 0) bytes.push(((b & 15) << 4) | (c >> 2));
    if (d >= 0) bytes.push(((c & 3) << 6) | d);
  }
  return bytes;
}`,
  },
} as const;
