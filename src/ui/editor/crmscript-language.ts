import { StreamLanguage, type StreamParser, type StringStream } from '@codemirror/language';

type State = {
  /** Inside of what the tokenizer is where a line begins. */
  readonly inside: 'code' | 'comment' | '"' | "'";
  readonly depth: number;
};

const keywords = /^(if|else|for|foreach|in|while|return|break|continue|struct|this|try|catch|throw)$/i;
const types = /^(Bool|Integer|Float|Long|String|Byte|Void|Generic|Date|DateTime|Time|[A-Z][A-Za-z0-9_]*)$/;

/** Reads to the end of the string or of the line; strings may go on over lines (crmscript §2.4). */
function readString(stream: StringStream, quote: '"' | "'"): boolean {
  let escaped = false;
  while (!stream.eol()) {
    const next = stream.next();
    if (next === quote && !escaped) return true;
    escaped = !escaped && next === '\\';
  }
  return false;
}

function readComment(stream: StringStream): boolean {
  if (stream.skipTo('*/')) {
    stream.match('*/');
    return true;
  }
  stream.skipToEnd();
  return false;
}

function word(text: string, stream: StringStream): string {
  if (keywords.test(text)) return 'keyword';
  if (/^(true|false)$/i.test(text)) return 'bool';
  if (stream.match(/^\s*\(/, false) && !/^[A-Z]/.test(text)) return 'variableName.function';
  return types.test(text) ? 'typeName' : 'variableName';
}

type Mutable = { -readonly [K in keyof State]: State[K] };

function token(stream: StringStream, state: Mutable): string | null {
  if (state.inside === 'comment') {
    if (readComment(stream)) state.inside = 'code';
    return 'blockComment';
  }
  if (state.inside !== 'code') {
    if (readString(stream, state.inside)) state.inside = 'code';
    return 'string';
  }
  if (stream.eatSpace()) return null;
  if (stream.match('//')) {
    stream.skipToEnd();
    return 'lineComment';
  }
  if (stream.match('/*')) {
    if (!readComment(stream)) state.inside = 'comment';
    return 'blockComment';
  }
  if (stream.match(/^#\w+/)) return 'processingInstruction';
  const quote = stream.peek();
  if (quote === '"' || quote === "'") {
    stream.next();
    if (!readString(stream, quote)) state.inside = quote;
    return 'string';
  }
  if (stream.match(/^\d+(\.\d+)?([eE][+-]?\d+)?L?/)) return 'number';
  const name = stream.match(/^[A-Za-z_]\w*/);
  if (name !== null && name !== true && name !== false) return word(name[0], stream);
  const next = stream.next();
  if (next === '{') state.depth += 1;
  else if (next === '}') state.depth = Math.max(0, state.depth - 1);
  return next !== undefined && '{}()[]'.includes(next) ? 'bracket' : 'operator';
}

const parser: StreamParser<Mutable> = {
  startState: () => ({ inside: 'code', depth: 0 }),
  copyState: (state) => ({ ...state }),
  token,
  indent: (state, after, context) => {
    const closes = /^\s*\}/.test(after) ? 1 : 0;
    return state.inside === 'code' ? Math.max(0, state.depth - closes) * context.unit : null;
  },
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"'] },
    indentOnInput: /^\s*\}$/,
  },
};

/** Colours, comments and indentation. What is right or wrong in a script is not decided here but by its checker. */
export const crmscript = StreamLanguage.define(parser);
