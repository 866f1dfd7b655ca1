import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shapesInUse } from '../../build/icons.ts';
import { iconNames } from '../../src/ui/parts/icon-names.ts';

const drawn = new Set(['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']);

describe('the icons', () => {
  it('are the drawings that the window names, and no others', () => {
    const shapes = shapesInUse();
    expect(Object.keys(shapes)).toEqual(Object.keys(iconNames));
    expect(Object.values(shapes).every((shape) => shape.length > 0)).toBe(true);
    expect(
      Object.values(shapes)
        .flat()
        .filter(([tag]) => !drawn.has(tag)),
    ).toEqual([]);
  });

  it('are all used somewhere', () => {
    const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('icon-names.ts'))
      .map((file) => readFileSync(`src/ui/${file}`, 'utf8'));
    const unused = Object.keys(iconNames).filter(
      (name) => !sources.some((source) => source.includes(`"${name}"`) || source.includes(`'${name}'`)),
    );
    expect(unused).toEqual([]);
  });
});
