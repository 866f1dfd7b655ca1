/** The host's `TextDecoder`: this folder knows no host. */
type Decoder = new (label: string, options?: { fatal?: boolean }) => { decode(bytes: Bytes): string };
type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The text of a script file: UTF-8, and where it is not that, the code page of Windows, in which older scripts are
 * kept; null when it is no text at all.
 */
export function decodeScript(bytes: Bytes, TextDecoder: Decoder): string | null {
  const text = decode(bytes, TextDecoder);
  return text.includes('\u0000') ? null : text;
}

function decode(bytes: Bytes, TextDecoder: Decoder): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
