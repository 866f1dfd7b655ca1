/** An answer of HTTP that somebody pasted. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const statusLine = /^HTTP\/[\d.]+\s+(\d{3})\b[^\n]*$/;

/**
 * What a pasted text says: the answer as a server sends it (`curl -i`, `curl -v`), the last one where redirects led on; or a
 * body alone, which is given with status 200.
 */
export function readRawAnswer(pasted: string): RawAnswer {
  const text = pasted.replaceAll('\r\n', '\n');
  const plain = /^< HTTP\//m.test(text) ? ofVerbose(text) : text;
  let rest = plain.trimStart();
  let answer: RawAnswer | null = null;
  while (statusLine.test(rest.split('\n', 1)[0] ?? '')) {
    const end = rest.indexOf('\n\n');
    const head = (end < 0 ? rest : rest.slice(0, end)).split('\n');
    rest = end < 0 ? '' : rest.slice(end + 2);
    const [, status = '200'] = statusLine.exec(head[0] ?? '') ?? [];
    answer = { status: Number(status), headers: headersOf(head.slice(1)), body: '' };
  }
  if (answer === null) return { status: 200, headers: typeOf(pasted), body: pasted };
  return { ...answer, body: rest };
}

/** `curl -v` marks what it says itself with `*`, what it sent with `>`, and the head of the answer with `<`. */
function ofVerbose(text: string): string {
  const lines = text.split('\n');
  const from = lines.findLastIndex((line) => line.startsWith('< HTTP/'));
  const head = lines.slice(from).filter((line) => line.startsWith('<'));
  const last = lines.findLastIndex((line) => line.startsWith('<'));
  const body = lines.slice(last + 1).filter((line) => !/^(?:\* |[{}] \[)/.test(line));
  return [
    ...head.map((line) => line.replace(/^< ?/, '')),
    ...(head.at(-1) === '<' ? [] : ['']),
    ...body,
  ].join('\n');
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(0, at)).trim();
    if (name !== '' && !isOfTransport(name)) headers.set(name, line.slice(at + 1).trim());
  }
  return Object.fromEntries(headers);
}

/** Headers about how an answer came over the wire: they say nothing about one that is played. */
export const isOfTransport = (name: string): boolean =>
  /^(?::.*|content-encoding|content-length|transfer-encoding|connection|keep-alive|trailer|upgrade|alt-svc|date)$/i.test(
    name,
  );

const typeOf = (body: string): Record<string, string> =>
  /^\s*[[{]/.test(body) ? { 'content-type': 'application/json' } : {};
