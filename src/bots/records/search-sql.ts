import { combined, type Criterion, type Join, type Operator } from './criteria.ts';
import { productKeyOf } from './product-tables.ts';
import type { SearchValue } from './search.ts';
import type { Field } from './search-field.ts';

/* The SQL that a search stands for: an estimate, as the reference calls that of SuperOffice. */

const comparisons: Readonly<Record<Operator, string>> = {
  equals: '= ?',
  notEquals: '<> ?',
  greater: '> ?',
  greaterOrEqual: '>= ?',
  less: '< ?',
  lessOrEqual: '<= ?',
  like: 'like ?',
  notLike: 'not like ?',
  begins: 'like ?',
  ends: 'like ?',
  contains: 'like ?',
  notContains: 'not like ?',
  in: 'in (?)',
  notIn: 'not in (?)',
  isNull: 'is null',
  isNotNull: 'is not null',
};

/** The table that a column of a table leads to, if that is known. */
type LinkOf = (table: string, column: string) => string | undefined;

/** Columns as `a0.column`; each link of a dotted field gets an alias of its own and a join. */
class Aliases {
  readonly joins: string[] = [];
  readonly #known = new Map<string, string>();
  readonly #table: string;
  readonly #linkOf: LinkOf;

  constructor(table: string, linkOf: LinkOf) {
    this.#table = table;
    this.#linkOf = linkOf;
  }

  column({ keys, path, function: name }: Field): string {
    let alias = 'a0';
    let owner = this.#table;
    let way = '';
    for (const [index, link] of keys.slice(0, -1).entries()) {
      way += `.${link}`;
      const target = this.#linkOf(owner, link) ?? path[index] ?? link;
      const known = this.#known.get(way) ?? `a${String(this.#known.size + 1)}`;
      if (!this.#known.has(way)) {
        this.#known.set(way, known);
        const key = productKeyOf(target) ?? 'id';
        this.joins.push(` left outer join ${target} ${known} on (${alias}.${link} = ${known}.${key})`);
      }
      alias = known;
      owner = target;
    }
    const column = `${alias}.${path.at(-1) ?? ''}`;
    return name === undefined ? column : `${name}(${column})`;
  }
}

const joined = (join: Join, a: string, b: string): string => {
  if (join === 'and' || join === 'or') return `(${a} ${join} ${b})`;
  return `not (${a} ${join === 'nand' ? 'and' : 'or'} ${b})`;
};

function conditions(aliases: Aliases, word: string, criteria: readonly Criterion<Field>[]): string {
  const text = combined<Field, string>(
    criteria,
    ({ field, operator, value }) => {
      const right = comparisons[operator];
      const other = typeof value === 'string' ? right : right.replace('?', aliases.column(value));
      return `(${aliases.column(field)} ${other})`;
    },
    joined,
  );
  return text === undefined ? '' : ` ${word} ${text}`;
}

function select(self: SearchValue, table: string, aliases: Aliases): string {
  const fields = self.fields.map((field) => aliases.column(field));
  const where = conditions(aliases, 'where', self.criteria);
  const having = conditions(aliases, 'having', self.having);
  const order = self.orders.map(
    ({ field, ascending }) => `${aliases.column(field)}${ascending ? '' : ' desc'}`,
  );
  const groups = self.grouped ? self.fields.map((field) => aliases.column(field)) : [];
  const list = (word: string, items: readonly string[]): string =>
    items.length === 0 ? '' : ` ${word} ${items.join(',')}`;
  const distinct = self.distinct ? 'distinct ' : '';
  return `select ${distinct}${fields.join(',')} from ${table} a0${aliases.joins.join('')}${where}${list('group by', groups)}${having}${list('order by', order)}`;
}

/** The SQL of one type of query; undefined for a type that there is none of. */
export function sqlOf(self: SearchValue, table: string, type: string, linkOf: LinkOf): string | undefined {
  const data = [...self.data.values()].map(({ field }) => field.path.at(-1) ?? '');
  const aliases = new Aliases(table, linkOf);
  switch (type) {
    case 'select':
      return select(self, table, aliases);
    case 'insert':
      return `insert into ${table} (${data.join(',')}) values (${data.map(() => '?').join(',')})`;
    case 'update': {
      const copies = self.copies.map(({ to, from }) => `${to.path.at(-1) ?? ''} = ${aliases.column(from)}`);
      const set = [...data.map((column) => `${column} = ?`), ...copies].join(',');
      return `update ${table} a0 set ${set}${conditions(aliases, 'where', self.criteria)}`;
    }
    case 'delete':
      return `delete from ${table} a0${conditions(aliases, 'where', self.criteria)}`;
    default:
      return undefined;
  }
}
