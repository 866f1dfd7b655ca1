/** How often a line ran, and the ways out of it: lines from 1. */
export type CoveredLine = {
  readonly line: number;
  readonly hits: number;
  readonly branches: readonly { readonly label: string; readonly hits: number }[];
};

export type CoveredFile = { readonly path: string; readonly lines: readonly CoveredLine[] };

/** The files of an LCOV tracefile. What it says twice of a line is added up. */
export function readLcov(text: string): readonly CoveredFile[] {
  const files = new Map<string, Map<number, { hits: number; branches: Map<string, number> }>>();
  let lines = new Map<number, { hits: number; branches: Map<string, number> }>();
  const at = (line: number) => {
    const known = lines.get(line) ?? { hits: 0, branches: new Map<string, number>() };
    lines.set(line, known);
    return known;
  };
  for (const record of text.split(/\r?\n/)) {
    const [, kind, rest = ''] = /^(SF|DA|BRDA):(.*)$/.exec(record) ?? [];
    if (kind === 'SF') {
      lines = files.get(rest) ?? new Map<number, { hits: number; branches: Map<string, number> }>();
      files.set(rest, lines);
    } else if (kind === 'DA') {
      const [line = 0, hits = 0] = rest.split(',').map(Number);
      at(line).hits += hits;
    } else if (kind === 'BRDA') {
      const [line = '0', block = '', branch = '', hits = '-'] = rest.split(',');
      const { branches } = at(Number(line));
      const label = `${block}.${branch}`;
      branches.set(label, (branches.get(label) ?? 0) + (hits === '-' ? 0 : Number(hits)));
    }
  }
  return [...files].map(([path, known]) => ({
    path,
    lines: [...known]
      .sort(([a], [b]) => a - b)
      .map(([line, { hits, branches }]) => ({
        line,
        hits,
        branches: [...branches].map(([label, taken]) => ({ label, hits: taken })),
      })),
  }));
}
