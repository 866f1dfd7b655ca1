import type { World } from '../../engine/world.ts';
import type { OriginLink } from '../../protocol/debug-api.ts';
import { oneLine } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { agentName, customerName } from '../names.ts';
import { originWords as words } from '../words/origin-words.ts';

type SaysProps = { readonly link: OriginLink; readonly world: World };

/** What a link says: what the value was, and below it the statement that made it. */
export function OriginSays({ link, world }: SaysProps) {
  const { source, times, isAsked } = link;
  return (
    <>
      <span class="origin-line">
        {isAsked ? <span class="origin-hint">{words.asked}</span> : null}
        {source === null ? <Made link={link} /> : <Came link={link} source={source} world={world} />}
        {times > 1 ? <span class="badge">{words.times(times)}</span> : null}
      </span>
      <Statement link={link} />
    </>
  );
}

const longest = 160;

const Value = ({ value, type }: Pick<OriginLink, 'value' | 'type'>) =>
  value === '' ? (
    <span class="origin-type">{type}</span>
  ) : (
    <code class={type === 'String' || value.startsWith('"') ? 'origin-text' : ''} title={oneLine(value, 400)}>
      {oneLine(value, longest)}
    </code>
  );

/** A statement of a script that made it. */
function Made({ link }: { readonly link: OriginLink }) {
  const { kind, name, value, type } = link;
  const isPath = /^[\p{L}_]/u.test(name);
  switch (kind) {
    case 'unchanged': {
      const [called, says] = words.unchanged(name);
      return (
        <>
          <code>{called}()</code> {says}
        </>
      );
    }
    case 'changed':
      return <span class="origin-hint">{words.changed}</span>;
    case 'byHand':
      return (
        <>
          {words.byHand(name)}: <Value value={value} type={type} />
        </>
      );
    case 'unknown':
      return (
        <>
          {words.unknown}: <Value value={value} type={type} />
        </>
      );
    default:
      return (
        <>
          {kind === 'caught' ? <span class="origin-hint">{words.caught}</span> : null}
          {isPath && kind !== 'computed' ? (
            <>
              <code>{kind === 'returned' ? `${name}()` : name}</code>
              <span class="origin-is"> = </span>
            </>
          ) : null}
          <Value value={value} type={type} />
        </>
      );
  }
}

type CameProps = SaysProps & { readonly source: NonNullable<OriginLink['source']> };

/** Where it came into the scripts. */
function Came({ link, source, world }: CameProps) {
  const { value, type } = link;
  switch (source.kind) {
    case 'word':
      return (
        <>
          <LaterIcon name="person" size={13} />
          {source.by === 'hand' ? words.typed : words.wrote(whoWrote(source, world))}{' '}
          <span class="origin-text">“{oneLine(source.text, longest)}”</span>
        </>
      );
    case 'http':
      return (
        <>
          <LaterIcon name="mocks" size={13} />
          <span title={source.url}>{words.answer(source.method, pathOf(source.url))}</span>
          <span class={`badge ${source.answeredBy === 'nobody' ? 'warn' : ''}`}>
            {words.answered[source.answeredBy]}
          </span>
        </>
      );
    case 'row':
      return (
        <>
          <LaterIcon name="table" size={13} />
          {words.row(source.row, source.table, source.column)}: <Value value={value} type={type} />
        </>
      );
    default:
      return (
        <>
          <LaterIcon
            name={source.kind === 'time' ? 'clock' : source.kind === 'chance' ? 'orders' : 'messages'}
            size={13}
          />
          {otherSource(source)}: <Value value={value} type={type} />
        </>
      );
  }
}

type Other = Exclude<NonNullable<OriginLink['source']>, { kind: 'word' | 'http' | 'row' }>;

function otherSource(source: Other): string {
  switch (source.kind) {
    case 'input':
      return words.input(source.name);
    case 'state':
      return words.state(source.name);
    case 'variable':
      return words.variable[source.scope](source.name);
    case 'time':
      return words.time;
    case 'chance':
      return words.chance;
    case 'chat':
      return words.chat(source.name);
    case 'made':
      return words.made(source.name);
  }
}

type Word = Extract<NonNullable<OriginLink['source']>, { kind: 'word' }>;

function whoWrote({ by, session, agent, text }: Word, world: World): string {
  if (by === 'agent') return agentName(world, agent);
  const customer = world.sessions.get(session);
  // Who connects has no session yet in the world before the step: the word is often the name.
  return customer === undefined ? (text.includes(' ') ? text : words.somebody) : customerName(customer);
}

const pathOf = (url: string): string => oneLine(url.replace(/^https?:\/\/[^/]+/, ''), 60) || url;

/** The statement as it is written, where it says more than the line above. */
function Statement({ link }: { readonly link: OriginLink }) {
  const text = oneLine(link.text.trim().replace(/;$/, ''), longest);
  return text === '' ? null : (
    <code class="origin-statement" title={link.text}>
      {text}
    </code>
  );
}
