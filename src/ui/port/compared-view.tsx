import type { Compared, ComparedLine, ComparedStep } from '../../protocol/port.ts';
import { specialType } from '../../engine/numbers.ts';
import { useWorld } from '../context.ts';
import { scriptOf } from '../names.ts';
import { sentence } from '../sentence.ts';
import { statusShort } from '../statuses.ts';
import { portWords as words } from './port-words.ts';

/** The name that a special type has in code. */
const kindOf = (type: number): string =>
  Object.entries(specialType).find(([, number]) => number === type)?.[0] ?? String(type);

/** Where the port does something else than the bot, step by step, side by side. */
export function ComparedView({ compared }: { readonly compared: Compared }) {
  const { steps, messages, statuses, count, differences, endsAt } = compared;
  const isSame = count === 0 && endsAt === 0;
  return (
    <div class="port-compared">
      <p role="status" class={isSame ? 'port-same' : 'port-differ'}>
        <b>{isSame ? words.same(messages, statuses, steps) : words.differ(count, steps)}</b>
        {endsAt === 0 ? null : ` ${words.endsAt(endsAt)}`}
      </p>
      {differences.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col" aria-label={words.step(0).replace(/ \d+$/, '')} />
              <th scope="col">{words.original}</th>
              <th scope="col">{words.port}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((step) => (
              <StepRow key={step.step} step={step} />
            ))}
          </tbody>
        </table>
      )}
      {count > differences.length ? <p class="note">{words.more(count - differences.length)}</p> : null}
    </div>
  );
}

const StepRow = ({ step: { step, was, now } }: { readonly step: ComparedStep }) => (
  <tr>
    <th scope="row">{words.step(step)}</th>
    <Side lines={was} others={now} />
    <Side lines={now} others={was} />
  </tr>
);

type SideProps = { readonly lines: readonly ComparedLine[]; readonly others: readonly ComparedLine[] };

/** What one of the two does in a step; what the other does too stands back. */
function Side({ lines, others }: SideProps) {
  const known = new Set(others.map((line) => JSON.stringify(line)));
  return (
    <td>
      {lines.length === 0 ? <span class="note">{words.none}</span> : null}
      <ul>
        {lines.map((line, index) => (
          // Lines are told apart by their place alone.
          <li key={index} class={known.has(JSON.stringify(line)) ? 'known' : 'other'}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </td>
  );
}

function Line({ line }: { readonly line: ComparedLine }) {
  const name = useWorld((world) =>
    line.kind === 'failed' ? (scriptOf(world, line.script)?.name ?? '') : '',
  );
  switch (line.kind) {
    case 'message':
      return (
        <>
          <b dir="auto">{line.author}</b> <span dir="auto">{line.text}</span>
          {line.specialType === 0 ? null : <small> {kindOf(line.specialType)}</small>}
        </>
      );
    case 'status':
      return <>{words.status(line.session, statusShort(line.from), statusShort(line.to))}</>;
    case 'failed':
      return <>{words.failed(name, line.line, sentence(line.failure))}</>;
  }
}
