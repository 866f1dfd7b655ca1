import { english } from './english.ts';
import type { CodedText } from './catalogue.ts';
import { sentenceFrom } from './sentence-from.ts';

/** What was said, in words: the whole catalogue at once. The page has its own way, which loads a part of it later. */
export const sentence = (said: CodedText): string => sentenceFrom(english, said);
