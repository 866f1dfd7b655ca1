import {
  addShares,
  branchShare,
  linesOf,
  rateOf,
  type LineCoverage,
  type Share,
} from '../testing/measure-coverage.ts';
import type { CoveredFile } from './covered-files.ts';
import { xml } from '../testing/junit.ts';

/**
 * Coverage in the XML of Cobertura (its `coverage-04.dtd`): a package for each folder of scripts, a class for each script.
 *
 * @param now milliseconds since 1970, which the format asks for.
 */
export function coberturaXml(files: readonly CoveredFile[], now: number): string {
  const all = totalOf(files);
  const folders = [...new Set(files.map(({ script }) => script.folder))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">',
    `<coverage ${rates(all)} ${counts('lines', all.lines)} ${counts('branches', all.branches)} complexity="0" version="1" timestamp="${String(now)}">`,
    '  <sources>',
    '    <source>.</source>',
    '  </sources>',
    '  <packages>',
    ...folders.flatMap((folder) =>
      packageOf(
        folder,
        files.filter(({ script }) => script.folder === folder),
      ),
    ),
    '  </packages>',
    '</coverage>',
    '',
  ].join('\n');
}

type Total = { readonly lines: Share; readonly branches: Share };

const lineShare = (lines: readonly LineCoverage[]): Share => ({
  covered: lines.filter(({ hits }) => hits > 0).length,
  total: lines.length,
});

function totalOf(files: readonly CoveredFile[]): Total {
  const nothing: Share = { covered: 0, total: 0 };
  return {
    lines: files.map(({ script }) => lineShare(linesOf(script))).reduce(addShares, nothing),
    branches: files.map(({ script }) => branchShare(script)).reduce(addShares, nothing),
  };
}

const rate = (share: Share): string => rateOf(share).toFixed(4);
const rates = ({ lines, branches }: Total): string =>
  `line-rate="${rate(lines)}" branch-rate="${rate(branches)}"`;
const counts = (name: string, { covered, total }: Share): string =>
  `${name}-covered="${String(covered)}" ${name}-valid="${String(total)}"`;

const packageOf = (name: string, files: readonly CoveredFile[]): string[] => [
  `    <package name="${xml(name)}" ${rates(totalOf(files))} complexity="0">`,
  '      <classes>',
  ...files.flatMap(classOf),
  '      </classes>',
  '    </package>',
];

function classOf(file: CoveredFile): string[] {
  const { path, script } = file;
  return [
    `        <class name="${xml(script.name)}" filename="${xml(path)}" ${rates(totalOf([file]))} complexity="0">`,
    '          <methods/>',
    '          <lines>',
    ...linesOf(script).map(lineOf),
    '          </lines>',
    '        </class>',
  ];
}

function lineOf({ line, hits, ways }: LineCoverage): string {
  const start = `            <line number="${String(line)}" hits="${String(hits)}"`;
  if (ways.total === 0) return `${start} branch="false"/>`;
  const percent = `${String(Math.floor(100 * rateOf(ways)))}%`;
  return `${start} branch="true" condition-coverage="${percent} (${String(ways.covered)}/${String(ways.total)})"/>`;
}
