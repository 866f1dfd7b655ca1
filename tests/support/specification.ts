/**
 * What can be cited of a page of the specification: sections (`§2.3`), rows of tables and bold starts that bear a
 * number (`T14`, `Q7`, `M3`), items of numbered lists (`14`, within a section also `#14`), headings in quotes, and the
 * acceptance tests (`T-14`).
 */
export function numbersOf(page: string): ReadonlySet<string> {
  const found = new Set<string>();
  let section = '';
  for (const line of page.split('\n')) {
    const heading = /^#{2,3} (?:(\d+(?:\.\d+)?)\.? )?(.+)$/.exec(line);
    if (heading !== null) {
      const [, number = '', title = ''] = heading;
      section = number;
      found.add(`"${title}"`);
      if (number !== '') found.add(`§${number}`);
    }
    const row = /^\| (?:([A-Z]\d+[a-c]?)(?: \[M\])?|(\d+)) \|/.exec(line);
    if (row?.[1] !== undefined) found.add(row[1]);
    if (row?.[2] !== undefined) found.add(`#${row[2]}`);
    for (const [, number = ''] of line.matchAll(/\*\*([A-Z]\d+[a-c]?) /g)) found.add(number);
    const item = /^(\d+)\. /.exec(line)?.[1];
    if (item === undefined) continue;
    found.add(item);
    if (section !== '14') continue;
    found.add(`T-${item}`);
    if (Number(item) > 33) found.add(`T${item}`);
  }
  return found;
}
