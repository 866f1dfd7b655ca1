/** A command line as words, or why it cannot be read. */
export type ShellWords =
  | { readonly ok: true; readonly words: readonly string[] }
  | { readonly ok: false; readonly why: 'quote' | 'expansion' };

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1B',
};

/**
 * The words of the first command of a line for sh, as browsers write it when one copies a request: quotes of all three kinds,
 * `$'…'`, lines that go on behind a backslash. What the shell would fill in (`$HOME`, backquotes) is not known here.
 */
export function shellWords(line: string): ShellWords {
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < line.length) {
    const character = line.charAt(at);
    if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
      // A new line ends the command.
      if (character === '\n' && words.length > 0) break;
      at++;
    } else if (character === '\\') {
      const next = line.slice(at + 1).match(/^(\r?\n|[^])/u)?.[0] ?? '';
      if (!next.endsWith('\n')) word = (word ?? '') + next;
      at += 1 + next.length;
    } else if (character === "'") {
      const end = line.indexOf("'", at + 1);
      if (end < 0) return { ok: false, why: 'quote' };
      word = (word ?? '') + line.slice(at + 1, end);
      at = end + 1;
    } else if (character === '"') {
      const read = doubleQuoted(line, at + 1);
      if (!read.ok) return read;
      word = (word ?? '') + read.text;
      at = read.end;
    } else if (character === '$' && line.charAt(at + 1) === "'") {
      const read = dollarQuoted(line, at + 2);
      if (!read.ok) return read;
      word = (word ?? '') + read.text;
      at = read.end;
    } else if (character === '$' || character === '`') {
      return { ok: false, why: 'expansion' };
    } else if ((character === '#' && word === null) || /[;|&<>]/.test(character)) {
      break;
    } else {
      word = (word ?? '') + character;
      at++;
    }
  }
  if (word !== null) words.push(word);
  return { ok: true, words };
}

type Quoted =
  | { readonly ok: true; readonly text: string; readonly end: number }
  | { readonly ok: false; readonly why: 'quote' | 'expansion' };

function doubleQuoted(line: string, from: number): Quoted {
  let text = '';
  for (let at = from; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') return { ok: true, text, end: at + 1 };
    if (character === '`' || (character === '$' && /[A-Za-z_{(]/.test(line.charAt(at + 1))))
      return { ok: false, why: 'expansion' };
    if (character !== '\\') text += character;
    else {
      const next = line.charAt(++at);
      text += /[$`"\\]/.test(next) ? next : next === '\n' ? '' : `\\${next}`;
    }
  }
  return { ok: false, why: 'quote' };
}

/** `$'…'` of bash, in which browsers write what has line ends or quotes. */
function dollarQuoted(line: string, from: number): Quoted {
  let text = '';
  for (let at = from; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === "'") return { ok: true, text, end: at + 1 };
    if (character !== '\\') {
      text += character;
      continue;
    }
    const [whole = '', code = ''] = /^(?:x([0-9a-f]{1,2})|u[0-9a-f]{1,4}|U[0-9a-f]{1,8}|[0-7]{1,3})/i.exec(
      line.slice(at + 1, at + 10),
    ) ?? [''];
    if (whole === '') {
      const next = line.charAt(++at);
      text += escapes[next] ?? `\\${next}`;
    } else {
      const digits = code === '' ? whole.replace(/^u/i, '') : code;
      const value = Number.parseInt(digits, /^[0-7]/.test(whole) ? 8 : 16);
      text += value <= 0x10ffff ? String.fromCodePoint(value) : '\uFFFD';
      at += whole.length;
    }
  }
  return { ok: false, why: 'quote' };
}

/** A text as one word for sh: in single quotes everything stands for itself, but for the quote. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
