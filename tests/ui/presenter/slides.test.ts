import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepMark } from '../../../src/protocol/engine-api.ts';
import { nextSlide, slideAt, slidesOf } from '../../../src/ui/presenter/slides.ts';

const mark = (step: number): StepMark => ({ step, seq: step * 10, at: step * 1000, by: ['customer'] });
const marks = [1, 2, 3, 4, 5].map(mark);

describe('slides of a log', () => {
  it('are its bookmarks in the order of the log, and the present at the end', () => {
    const bookmarks = [
      { step: 4, name: 'Parcel fails', note: 'Why?' },
      { step: 0, name: 'Before anybody came' },
      { step: 2, event: 13, name: 'In the middle' },
    ];

    expect(slidesOf('', bookmarks, marks)).toEqual([
      { kind: 'moment', title: 'Before anybody came', note: '', seq: 0 },
      { kind: 'moment', title: 'In the middle', note: '', seq: 13 },
      { kind: 'moment', title: 'Parcel fails', note: 'Why?', seq: 40 },
      { kind: 'now', seq: Infinity },
    ]);
  });

  it('begin with the place where presenting began, when that is not the stage', () => {
    expect(slidesOf('The wall', [], marks).map(({ kind }) => kind)).toEqual(['place', 'now']);
  });

  it('are found from wherever somebody has gone by hand', () => {
    const slides = slidesOf(
      '',
      [2, 4].map((step) => ({ step, name: String(step) })),
      marks,
    );

    expect(nextSlide(slides, 30, 1)).toMatchObject({ title: '4' });
    expect(nextSlide(slides, 30, -1)).toMatchObject({ title: '2' });
    expect(slideAt(slides, 30)).toBe(-1);
    expect(nextSlide(slides, 20, -1)).toBeUndefined();
    expect(nextSlide(slides, Infinity, 1)).toBeUndefined();
  });

  it('are each passed once on the way from the first to the present, and back', () => {
    const steps = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(steps, fc.boolean(), (chosen, hasPlace) => {
        const bookmarks = chosen.map((step) => ({ step, name: String(step) }));
        const slides = slidesOf(hasPlace ? 'The wall' : '', bookmarks, marks);
        const walked = (from: number, by: 1 | -1) => {
          const seen: number[] = [];
          for (let at = nextSlide(slides, from, by); at !== undefined; at = nextSlide(slides, at.seq, by))
            seen.push(slides.indexOf(at));
          return seen;
        };
        const all = slides.map((_, index) => index);
        expect(walked(-2, 1)).toEqual(all);
        expect(walked(Infinity, -1)).toEqual(all.toReversed().slice(1));
      }),
    );
  });
});
