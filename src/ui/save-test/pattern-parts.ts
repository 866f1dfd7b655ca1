import { plainText } from '../../engine/rich-text.ts';
import type { Json } from '../../engine/definition.ts';

/** A part of an expected text: what stands there, or what of any kind may. */
export type PatternPart = { readonly text: string } | { readonly any: 'number' | 'word' | 'text' };

const open: Readonly<Record<string, 'number' | 'word' | 'text'>> = {
  '\\d+': 'number',
  '\\S+': 'word',
  '[\\s\\S]*': 'text',
};

/** An expected text as people read it: without markup, and what a pattern leaves open by its kind. */
export function patternParts(value: Json | undefined): readonly PatternPart[] {
  if (typeof value === 'string') return [{ text: plainText(value) }];
  const pattern =
    typeof value === 'object' && value !== null && 'matches' in value ? value.matches : undefined;
  if (typeof pattern !== 'string') return [{ text: JSON.stringify(value) }];
  const pieces = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .split(/(\\d\+|\\S\+|\[\\s\\S\]\*)/);
  return pieces.flatMap((piece): PatternPart[] => {
    const any = open[piece];
    if (any !== undefined) return [{ any }];
    return piece === '' ? [] : [{ text: piece.replaceAll(/\\([\\^$.|?*+()[\]{}])/g, '$1') }];
  });
}
