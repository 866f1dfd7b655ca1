import type { NativeCall } from './calls.ts';
import type { Native, NativeTable } from './native.ts';
import { call, level, literal, piece, quoted, rawOf, type Piece } from './piece.ts';
import type { Search } from './plan-search.ts';
import type { Porter } from './porter.ts';

/** The search that is one call of the archive; undefined for one that has no counterpart. */
function searchOf(p: Porter, { selfNode }: NativeCall): Search | undefined {
  const variable = p.variableIn(selfNode);
  return variable && p.searches.get(variable);
}

const ported =
  (write: (p: Porter, given: NativeCall, search: Search) => Piece): Native =>
  (p, given) => {
    const search = searchOf(p, given);
    return search === undefined
      ? p.missing(given.span, 'port-search', { what: given.name })
      : write(p, given, search);
  };

/** A column of the row at which a loop is; of the first row where there is no loop. */
function getField(p: Porter, { self, args: [which = literal('')] }: NativeCall, { columns }: Search): Piece {
  const name = rawOf(which) ?? (/^\d+$/.test(which.text) ? columns[Number(which.text)] : undefined);
  const row = p.rows.findLast(({ search }) => search === self.text)?.row ?? `${self.text}[0]`;
  return {
    ...call(`${p.need('fieldOf')}(${row}, ${name === undefined ? which.text : quoted(name)})`),
    nullable: true,
  };
}

export const searchNatives: NativeTable = {
  'SearchEngine.execute': ported((_p, { self }) => call(`${self.text}.length`)),
  'SearchEngine.eof': ported((_p, { self }) => ({
    ...piece(`${self.text}.length === 0`, level.equality),
    negated: `${self.text}.length > 0`,
  })),
  'SearchEngine.first': ported((_p, { self }) => piece(`${self.text}.length > 0`, level.relational)),
  'SearchEngine.getField(Integer)': ported(getField),
  'SearchEngine.getField(String)': ported(getField),
  'SearchEngine.*': ported((p, given) => p.missing(given.span, 'port-search', { what: given.name })),
};
