import { useMemo } from 'preact/hooks';
import type { Folder } from '../../engine/definition.ts';
import type { CoveredScript, CoverageReport } from '../../protocol/coverage.ts';
import { sharedStart } from '../bots/folders/script-names.ts';
import { useShowOnStage, useWorld } from '../context.ts';
import { coverageWords as words } from '../words/coverage-words.ts';
import { rangesOf, type Range } from './ranges.ts';
import { ShareBar } from './shares.tsx';

type Row = {
  readonly covered: CoveredScript;
  readonly shown: string;
  /** 0 for one that is not there any more. */
  readonly id: number;
};

/** So many stretches of lines that never ran are shown of a script. */
const mostRanges = 6;

/** Each script as it stands, by folder, with what of it ran; below them those that ran with another text. */
export function ScriptTable({ report }: { readonly report: CoverageReport }) {
  const folders = useWorld((world) => world.folders);
  const groups = useMemo(() => groupsOf(report.scripts, folders), [report, folders]);
  if (report.scripts.length === 0) return <p class="empty">{words.noScripts}</p>;
  return (
    <div class="coverage-scripts">
      <table>
        <thead>
          <tr>
            {(['script', 'statements', 'branches', 'never'] as const).map((column) => (
              <th key={column} scope="col" class={`column-${column}`}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, isOther, rows }) => (
          <tbody key={title} class={isOther ? 'others' : ''}>
            <tr>
              <th scope="rowgroup" colSpan={4} title={isOther ? words.othersHint : ''}>
                {title}
              </th>
            </tr>
            {rows.map((row, index) => (
              <ScriptRow key={index} {...row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

type Group = { readonly title: string; readonly isOther: boolean; readonly rows: readonly Row[] };

/** The scripts of each folder as it stands, named as the list of bots names them; then all that are not so any more. */
function groupsOf(covered: readonly CoveredScript[], folders: readonly Folder[]): readonly Group[] {
  const here = new Set<CoveredScript>();
  const groups = folders.map((folder): Group => {
    const shared = sharedStart(folder);
    const rows = folder.scripts.flatMap(({ id, name, source }): Row[] => {
      const own = covered.find(
        (one) => one.folder === folder.name && one.name === name && one.source === source,
      );
      if (own === undefined) return [];
      here.add(own);
      return [{ id, covered: own, shown: name.slice(shared) }];
    });
    return { title: folder.name, isOther: false, rows };
  });
  const others = covered
    .filter((one) => !here.has(one) && one.statements.total > 0)
    .map((one): Row => ({ id: 0, covered: one, shown: one.name }));
  return [...groups, { title: words.others(others.length), isOther: true, rows: others }].filter(
    ({ rows }) => rows.length > 0,
  );
}

function ScriptRow({ covered, shown, id }: Row) {
  const { folder, name, includeName, statements, branches } = covered;
  return (
    <tr>
      <th scope="row" title={`${folder} / ${name}`}>
        <span class="script">{shown}</span>
        {includeName === '' ? null : <span class="include">{words.include(includeName)}</span>}
      </th>
      {statements.total === 0 || covered.language === 'javascript' ? (
        <td colSpan={3} class="quiet-cell">
          {statements.total === 0 ? words.empty : words.javascript(covered.lines[0]?.hits ?? 0)}
        </td>
      ) : (
        <>
          <td>
            <ShareBar share={statements} />
          </td>
          <td class="ways-cell">{branches.total === 0 ? '–' : words.of(branches.covered, branches.total)}</td>
          <td>
            <Never covered={covered} id={id} />
          </td>
        </>
      )}
    </tr>
  );
}

function Never({ covered: { name, lines, statements }, id }: Pick<Row, 'covered' | 'id'>) {
  const showOnStage = useShowOnStage();
  const ranges = rangesOf(lines);
  if (ranges.length === 0) return <span class="quiet-cell">{words.everyLine}</span>;
  if (statements.covered === 0) return <span class="quiet-cell">{words.wholeNever}</span>;
  const more = ranges.length - mostRanges;
  return (
    <>
      {ranges.slice(0, mostRanges).map((range, index) => (
        <button
          key={index}
          type="button"
          class="never-lines"
          disabled={id === 0}
          aria-label={words.goToLine(range.from, name)}
          onClick={() => {
            showOnStage({ script: id, line: range.from, column: 1, bottom: 'script', pane: 'bots' });
          }}
        >
          {textOf(range)}
        </button>
      ))}
      {more > 0 ? <span class="quiet-cell">{words.moreLines(more)}</span> : null}
    </>
  );
}

const textOf = ({ from, to }: Range): string =>
  from === to ? String(from) : `${String(from)}–${String(to)}`;
