import type { NativeContext } from '../../analysis/types/native.ts';

/** A part of the list that is out of order. Up to `depth` its texts are the same. */
type Part = { readonly from: number; readonly to: number; readonly depth: number };

/** Up to so many texts are put in order one after the other. */
const few = 16;

/** To look at a character by itself is as much work as to look through some. */
const workOfCharacter = 8;

/** What the codes of a part can differ in at once: a byte, or that there is no character. */
const mostBins = 257;

/**
 * Puts texts in the order of their code units; null acts as "", and what is equal stays as it was (crm §10.3). They
 * are dealt out by one character after the other, which looks at each only as far as others are like it: comparing
 * them in pairs is slower. The steps, and so the price, are the same on every host.
 */
export function sortTexts(context: NativeContext, texts: (string | null)[]): void {
  for (const text of texts) if (text !== null) context.look(text);
  context.charge(16 + 16 * texts.length);
  const sort = new TextSort(texts);
  for (let work = sort.goOn(); work > 0; work = sort.goOn()) context.work(work);
}

class TextSort {
  readonly #texts: (string | null)[];
  readonly #copy: (string | null)[];
  /** Of each text the character in question, and one more; 0 where it has none. */
  readonly #codes: Int32Array;
  readonly #ends = new Int32Array(mostBins);
  /** They wait here and not on the stack of the host, which long texts would fill. */
  readonly #parts: Part[] = [];
  #looked = 0;

  constructor(texts: (string | null)[]) {
    this.#texts = texts;
    this.#copy = [...texts];
    this.#codes = new Int32Array(texts.length);
    this.#settle({ from: 0, to: texts.length, depth: 0 });
  }

  /** Divides what is out of order further. Returns how much work was done since it was last asked, and 0 at the end. */
  goOn(): number {
    const part = this.#parts.pop();
    if (part !== undefined) this.#deal({ ...part, depth: this.#common(part) });
    const looked = this.#looked;
    this.#looked = 0;
    return workOfCharacter * looked;
  }

  #settle(part: Part): void {
    if (part.to - part.from > few) this.#parts.push(part);
    else this.#insert(part);
  }

  #insert({ from, to, depth }: Part): void {
    const texts = this.#texts;
    for (let at = from + 1; at < to; at++) {
      const text = texts[at] ?? null;
      let place = at;
      for (; place > from; place--) {
        const before = texts[place - 1] ?? null;
        if (!this.#isAfter(before ?? '', text ?? '', depth)) break;
        texts[place] = before;
      }
      texts[place] = text;
    }
  }

  #isAfter(a: string, b: string, depth: number): boolean {
    const end = Math.min(a.length, b.length);
    let at = depth;
    while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
    this.#looked += at - depth + 1;
    return at < end ? a.charCodeAt(at) > b.charCodeAt(at) : a.length > b.length;
  }

  /** How many characters all texts of a part have in common. */
  #common({ from, to, depth }: Part): number {
    const first = this.#texts[from] ?? '';
    let end = first.length;
    for (let index = from + 1; index < to && end > depth; index++) {
      const text = this.#texts[index] ?? '';
      end = Math.min(end, text.length);
      let at = depth;
      while (at < end && text.charCodeAt(at) === first.charCodeAt(at)) at++;
      this.#looked += at - depth;
      end = at;
    }
    return end;
  }

  /** Divides a part by the character at its depth: by one byte of it, the upper one where that differs. */
  #deal({ from, to, depth }: Part): void {
    const { low, high } = this.#read(from, to, depth);
    // Each is read and moved, and then the bins are walked.
    this.#looked += 2 * (to - from) + few;
    if (high === 0) return; // All have ended: they are equal.
    const shift = low >> 8 === high >> 8 ? 0 : 8;
    const first = low >> shift;
    this.#move(from, to, first, shift);
    const bins = (high >> shift) - first + 1;
    let start = from;
    for (let bin = 0; bin < bins; bin++) {
      const end = this.#ends[bin] ?? 0;
      if (end - start > 1) this.#settle({ from: start, to: end, depth: shift === 0 ? depth + 1 : depth });
      start = end;
    }
  }

  #read(from: number, to: number, depth: number): { readonly low: number; readonly high: number } {
    const codes = this.#codes;
    let low = 65_536;
    let high = 0;
    for (let index = from; index < to; index++) {
      const text = this.#texts[index] ?? '';
      const code = depth < text.length ? text.charCodeAt(depth) + 1 : 0;
      codes[index] = code;
      if (code < low) low = code;
      if (code > high) high = code;
    }
    return { low, high };
  }

  /** Moves each text behind those of smaller codes, and notes where each code ends. */
  #move(from: number, to: number, first: number, shift: number): void {
    const codes = this.#codes;
    const ends = this.#ends.fill(0);
    for (let index = from; index < to; index++) {
      this.#copy[index] = this.#texts[index] ?? null;
      const bin = ((codes[index] ?? 0) >> shift) - first;
      ends[bin] = (ends[bin] ?? 0) + 1;
    }
    let start = from;
    for (let bin = 0; bin < mostBins; bin++) {
      const count = ends[bin] ?? 0;
      ends[bin] = start;
      start += count;
    }
    for (let index = from; index < to; index++) {
      const bin = ((codes[index] ?? 0) >> shift) - first;
      const place = ends[bin] ?? 0;
      this.#texts[place] = this.#copy[index] ?? null;
      ends[bin] = place + 1;
    }
  }
}
