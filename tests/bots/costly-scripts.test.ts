import { describe, expect, it } from 'vitest';
import { play } from './stage.ts';

/*
 * Scripts that call without end what takes long for a long text. Five million must be a matter of a second or two whatever
 * they call: bounded here by how many calls they have made when the budget is spent. Each call takes some tens of
 * milliseconds, for a text of one to three million characters.
 */

const doubled = (first: string, times: number): string =>
  `String s = "${first}"; Integer i; for (i = 0; i < ${String(times)}; i++) s = s + s; `;

const dates = 'DateTime[] d; Integer i; for (i = 0; i < 2000; i++) { DateTime t; d.pushBack(t); } ';

describe('a script that calls something costly without end', () => {
  it.each([
    ['escape', `${doubled('ab', 20)}while (true) s.escape(s);`, 10],
    ['urlDecode', `${doubled('%41', 20)}while (true) s.urlDecode();`, 10],
    ['htmlConvToText', `${doubled('<div><b>x', 17)}while (true) htmlConvToText(s);`, 10],
    [
      'find, findLast and findCase',
      `${doubled('a', 20)}String p = s.subString(0, 500000) + "b"; while (true) { s.find(p); s.findLast(p); s.findCase(p); }`,
      40,
    ],
    ['before', `${doubled('a', 20)}String p = "b" + s.subString(0, 500000); while (true) s.before(p);`, 50],
    ['split', `${doubled('a', 16)}while (true) s.split("a");`, 200],
    ['toUpper', `${doubled('\u0130', 20)}while (true) s.toUpper();`, 10],
    ['isAlpha', `${doubled('\u0130', 20)}while (true) s.isAlpha();`, 30],
    ['equalsIgnoreCase', `${doubled('\u0130', 20)}while (true) s.equalsIgnoreCase(s);`, 10],
    ['getWord', `${doubled('a ', 20)}while (true) s.getWord(2000000);`, 30],
    ['parseJSON', `${doubled('\\\\u0041', 16)}while (true) parseJSON("[\\"" + s + "\\"]");`, 100],
    [
      'a key of a Map that is put in order anew',
      `Map m; Integer i; while (true) { m.insert((i++).toString(), "x"); m.getKey(); }`,
      12_000,
    ],
    ['sorting dates', `${dates}while (true) d.sort();`, 2_100],
    ['dates as JSON', `${dates}while (true) d.toJsonString();`, 2_100],
    ['dates in one text', `${dates}while (true) d.buildString(",");`, 2_100],
    ['an array of a size', 'while (true) { Integer[1000] a; }', 60_000],
    ['a thrown text', 'while (true) { try { throw "x"; } catch { } }', 200_000],
    ['executeScript', 'Map m; while (true) executeScript("Integer a = 1;", m);', 30_000],
    [
      'executeScript of ever another text',
      'Map m; Integer i; while (true) executeScript("Integer a = 1; // " + (i++).toString(), m);',
      20_000,
    ],
  ])('ends soon: %s', (_name, source, mostCalls) => {
    const { events, failure } = play(source);

    expect(failure).toContain('StatementLimit');
    const failed = events.find((event) => event.type === 'script.failed');
    // Beside the calls, the text was made, and each turn of the loop has a condition.
    expect(failed?.statements).toBeLessThan(100 + 4 * mostCalls);
  });
});
