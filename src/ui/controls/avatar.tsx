import type { Sender } from '../../engine/world.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

let graphemes: Intl.Segmenter | undefined;

/** Without marks that stand on a letter before them, as a letter may be more than one character where there are some. */
const isPlain = /^[ -~\u00a0-\u02ff]*$/;

function firstLetter(word: string): string {
  if (isPlain.test(word)) return word.slice(0, 1);
  graphemes ??= new Intl.Segmenter();
  return graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}

/** The first letters of the first two words; what counts as a letter is what people see as one. */
export const initialsOf = (name: string): string =>
  name.trim().split(/\s+/).slice(0, 2).map(firstLetter).join('').toUpperCase();

const marks: Readonly<Record<Sender, IconName>> = {
  customer: 'customer',
  bot: 'bot',
  agent: 'agent',
  system: 'system',
};

type AvatarProps = {
  readonly of: Sender;
  /** Whose initials it shows; without one, the drawing of the kind. */
  readonly name?: string;
  /** A channel's colour, which marks its corner. */
  readonly channel?: string | undefined;
};

/** Who it is, by form, drawing and colour: people round, bots and the system square. Beside a name, so never read out. */
export const Avatar = ({ of, name, channel }: AvatarProps) => (
  <span class={`avatar of-${of} ${name === undefined ? 'small' : ''}`} aria-hidden="true">
    {name === undefined ? <Icon name={marks[of]} size={11} /> : initialsOf(name)}
    {channel === undefined ? null : <i class="channel-mark" style={{ background: channel }} />}
  </span>
);
