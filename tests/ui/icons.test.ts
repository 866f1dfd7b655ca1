import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { laterShapesInUse, shapesInUse } from '../../build/icons.ts';
import { iconNames } from '../../src/ui/controls/icon-names.ts';
import { laterIconNames } from '../../src/ui/controls/later-icon-names.ts';

const drawn = new Set(['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']);

describe('the icons', () => {
  it('are the drawings that the window names, and no others', () => {
    expect(Object.keys(shapesInUse())).toEqual(Object.keys(iconNames));
    expect(Object.keys(laterShapesInUse())).toEqual(Object.keys(laterIconNames));
    const shapes = [...Object.values(shapesInUse()), ...Object.values(laterShapesInUse())];
    expect(shapes.every((shape) => shape.length > 0)).toBe(true);
    expect(shapes.flat().filter(([tag]) => !drawn.has(tag))).toEqual([]);
  });

  it('are all used somewhere', () => {
    const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('icon-names.ts'))
      .map((file) => readFileSync(`src/ui/${file}`, 'utf8'));
    const unused = [...Object.keys(iconNames), ...Object.keys(laterIconNames)].filter(
      (name) => !sources.some((source) => source.includes(`"${name}"`) || source.includes(`'${name}'`)),
    );
    expect(unused).toEqual([]);
  });
});
