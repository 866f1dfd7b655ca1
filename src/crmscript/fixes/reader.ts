import type { Reader } from '../check-source.ts';
import { judge } from './judged.ts';
import { parse } from './parse.ts';

/** Reads what people write, and says what they may have meant. */
export const mendingReader: Reader = { parse, judge };
