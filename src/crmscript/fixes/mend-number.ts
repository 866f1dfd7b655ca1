import type { Diagnostic } from '../diagnostic.ts';

/** The number as it is written here, where that is plain. */
export function mendNumber(written: string, start: number): Diagnostic['fix'] {
  const end = start + written.length;
  const fix = (text: string): Diagnostic['fix'] => ({ label: `Write ${text}`, start, end, text });
  if (/^\d+\.$/.test(written)) return fix(`${written}0`);
  if (/^\.\d+$/.test(written)) return fix(`0${written}`);
  if (/^\d+l$/.test(written)) return fix(written.toUpperCase());
  if (/^\d[\d_]*_\d+$/.test(written)) return fix(written.replaceAll('_', ''));
  if (/^\d+\.\d+[fFdDmM]$/.test(written)) return fix(written.slice(0, -1));
  // Without a point it would be an Integer, and be divided like one.
  if (/^\d+[fFdDmM]$/.test(written)) return fix(`${written.slice(0, -1)}.0`);
  if (/^0x[\da-f]+$/i.test(written) && Number(written) < 2 ** 31) return fix(String(Number(written)));
  return undefined;
}
