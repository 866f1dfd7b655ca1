import { isAbsolute, join } from 'node:path';
import {
  BranchCoverage,
  FileCoverage,
  Position,
  StatementCoverage,
  TestCoverageCount,
  Uri,
  type FileCoverageDetail,
} from 'vscode';
import type { CoveredFile, CoveredLine } from '../plain/lcov.ts';

class CoverageOfFile extends FileCoverage {
  readonly lines: readonly CoveredLine[];

  constructor(uri: Uri, lines: readonly CoveredLine[]) {
    const ways = lines.flatMap(({ branches }) => branches);
    super(
      uri,
      new TestCoverageCount(lines.filter(({ hits }) => hits > 0).length, lines.length),
      new TestCoverageCount(ways.filter(({ hits }) => hits > 0).length, ways.length),
    );
    this.lines = lines;
  }
}

/** What the editor shows of a file's coverage. Paths count from where the command line ran. */
export const coverageOf = ({ path, lines }: CoveredFile, cwd: string): FileCoverage =>
  new CoverageOfFile(Uri.file(isAbsolute(path) ? path : join(cwd, path)), lines);

/** The lines of a file and the ways out of each, when the file is looked at. */
export const coverageDetails = (file: FileCoverage): FileCoverageDetail[] =>
  file instanceof CoverageOfFile
    ? file.lines.map(({ line, hits, branches }) => {
        const place = new Position(line - 1, 0);
        const ways = branches.map((way) => new BranchCoverage(way.hits, place, way.label));
        return new StatementCoverage(hits, place, ways);
      })
    : [];
