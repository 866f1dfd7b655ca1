import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { iconNames } from '../src/ui/controls/icon-names.ts';
import { laterIconNames } from '../src/ui/controls/later-icon-names.ts';

/** One element of a drawing, on a grid of 24. */
type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const nodes = () => createRequire(import.meta.url).resolve('lucide-static/icon-nodes.json');

type Shapes = Readonly<Record<string, readonly Shape[]>>;

/** The drawings of the icons that the window uses, and of no others, by our names: data, of which it makes elements. */
export const shapesInUse = (): Shapes => shapesOf(iconNames);

/** The same of what is loaded later. */
export const laterShapesInUse = (): Shapes => shapesOf(laterIconNames);

function shapesOf(names: Readonly<Record<string, string>>): Shapes {
  const all = JSON.parse(readFileSync(nodes(), 'utf8')) as Readonly<Record<string, readonly Shape[]>>;
  return Object.fromEntries(
    Object.entries(names).map(([name, theirs]) => {
      const shapes = all[theirs];
      if (shapes === undefined) throw new Error(`Lucide has no icon named “${theirs}”.`);
      return [name, shapes];
    }),
  );
}

/** Puts the licences of what the built app holds of others beside it. */
export const notices = (): Plugin => ({
  name: 'rehearsal-notices',
  apply: 'build',
  generateBundle() {
    const licence = readFileSync(new URL('LICENSE', `file://${nodes()}`), 'utf8').trim();
    const source = `Icons: Lucide (lucide-static)\n\n${licence}\n`;
    this.emitFile({ type: 'asset', fileName: 'notices.txt', source });
  },
});
