import type { AgentChat, Debrief, Span } from '../../course/debrief.ts';
import { useWorld } from '../context.ts';
import { countOf, secondOf } from '../format.ts';
import { debriefWords as words, took } from '../words/debrief-words.ts';
import { MomentLink } from './moment-link.tsx';

/** Each chat of the agent, in the order in which they were taken. */
export function ChatTable({ told: { chats } }: { readonly told: Debrief }) {
  const { columns } = words;
  const zone = useWorld((world) => world.timeZone);
  return (
    <section class="card debrief-chats" aria-labelledby="debrief-chats">
      <h3 id="debrief-chats">{words.all}</h3>
      <div class="debrief-scroll">
        <table>
          <thead>
            <tr>
              {Object.entries(columns).map(([key, name]) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chats.map((chat) => (
              <Row key={chat.takenSeq} chat={chat} zone={zone} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ chat, zone }: { readonly chat: AgentChat; readonly zone: string }) {
  const { session, customer, takenAt, takenSeq, waited, firstAnswer, longestSilence, messages, rating } =
    chat;
  const span = (one: Span | null, what: string) =>
    one === null ? (
      words.noValue
    ) : (
      <MomentLink seq={one.seq} session={session} what={what}>
        {took(one.ms)}
      </MomentLink>
    );
  return (
    <tr>
      <th scope="row">
        <bdi>{customer}</bdi>
      </th>
      <td class="number">
        <MomentLink seq={takenSeq} session={session} what={words.moments.taken(customer)}>
          {secondOf(takenAt, zone)}
        </MomentLink>
      </td>
      <td class="number">{waited === null ? words.noValue : took(waited)}</td>
      <td class="number">{span(firstAnswer, words.moments.first(customer))}</td>
      <td class="number">{span(longestSilence, words.moments.silence(customer))}</td>
      <td class="number">{countOf(messages)}</td>
      <td class="number">{rating === null ? words.noValue : countOf(rating)}</td>
    </tr>
  );
}
