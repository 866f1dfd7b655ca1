import { useSurroundings, useWorld } from '../context.ts';
import { allScripts } from '../names.ts';
import { botWords } from './bot-words.ts';
import { words } from '../words.ts';
import { isProblem } from './checks.ts';

/** What is wrong with every script as it stands in its editor; a click leads to the place. */
export function Problems() {
  const { windowState, checks } = useSurroundings();
  const scripts = useWorld(allScripts);
  const found = checks.found.value;
  const rows = scripts.flatMap(({ script }) =>
    (found[script.id]?.found ?? []).filter(isProblem).map((problem) => ({ script, problem })),
  );
  if (rows.length === 0) return <p class="empty">{botWords.noProblems}</p>;
  return (
    <ul class="lines">
      {rows.map(({ script, problem }, index) => (
        <li key={index}>
          <button
            type="button"
            class={`line-button ${problem.severity}`}
            onClick={() => {
              windowState.change({
                script: script.id,
                line: problem.span.line,
                column: problem.span.column,
                bottom: 'script',
              });
            }}
          >
            <span class="line-text">{problem.message}</span>
            <span class="line-place">{words.place(script.name, problem.span.line, problem.span.column)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
