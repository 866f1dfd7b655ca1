/** A name that an `import` line gives, and whether it is a type only. */
export type Imported = { readonly name: string; readonly isType: boolean };

const begins = /^[ \t]*import\b(?![ \t]*[(.])/gm;
/** What stands between `import` and the module's name has words, signs and space. */
const token = /\s+|[\w$]+|[*{},]|"[^"\n]*"|'[^'\n]*'/y;

/** A longer statement is none. */
const mostTokens = 1000;

/** The source with spaces in the place of `import` lines, which serve editors only; `imported` gets the names that they give. */
export function withoutImports(source: string, imported: Imported[]): string {
  let text = '';
  let at = 0;
  for (const { index, 0: start } of source.matchAll(begins)) {
    if (index < at) continue;
    const found = readStatement(source, index + start.length);
    if (found === undefined) continue;
    text += source.slice(at, index) + source.slice(index, found.end).replaceAll(/[^\n\r]/g, ' ');
    at = found.end;
    imported.push(...namesIn(found.words));
  }
  return text + source.slice(at);
}

/** The words of an import statement, without those of its module, and where it ends; undefined where there is none. */
function readStatement(source: string, from: number) {
  const words: string[] = [];
  token.lastIndex = from;
  for (let count = 0; count < mostTokens; count += 1) {
    const [text] = token.exec(source) ?? [];
    if (text === undefined || text === 'import') return undefined;
    if (/^["']/.test(text)) {
      if (words.length > 0 && words.pop() !== 'from') return undefined;
      const rest = /^[ \t]*;?/.exec(source.slice(token.lastIndex, token.lastIndex + 100))?.[0] ?? '';
      return { words, end: token.lastIndex + rest.length };
    }
    if (text.trim() !== '') words.push(text);
  }
  return undefined;
}

function* namesIn(words: readonly string[]): Generator<Imported> {
  const isAllTypes = words[0] === 'type' && words.length > 1;
  let isType = isAllTypes;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if ('*{},'.includes(word)) isType = isAllTypes;
    else if (word === 'type' && next !== undefined && /^[\w${]/.test(next) && next !== 'as') isType = true;
    else if (word !== 'as' && next !== 'as') yield { name: word, isType };
  }
}
