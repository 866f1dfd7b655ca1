import type { SessionStatus } from '../../engine/numbers.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { printWords as words } from '../words/print-words.ts';
import { statusName } from '../statuses.ts';

const all = Object.keys(words.meanings).map((number) => Number(number) as SessionStatus);

/** The twelve statuses on one page: number, name, the product's name, and what it means. */
export const StatusCard = () => (
  <section class="sheet">
    <h2>{words.sheets.statuses}</h2>
    <p>{words.statusIntro}</p>
    <table class="sheet-table">
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.inProduct}</th>
          <th scope="col">{words.means}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((status) => (
          <tr key={status}>
            <th scope="row">
              <StatusChip status={status} />
            </th>
            <td>{statusName(status)}</td>
            <td>{words.meanings[status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
