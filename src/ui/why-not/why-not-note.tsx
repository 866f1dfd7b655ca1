import { useMemo } from 'preact/hooks';
import { whyNoScreen, whyUnheard, type WhyNot } from '../../engine/why-not.ts';
import type { ScreenName } from '../../engine/start-rule.ts';
import type { StoryReplay } from '../../engine/story-replay.ts';
import { useWorld } from '../context.ts';
import { customerName } from '../names.ts';
import { Icon } from '../controls/icon.tsx';
import { Reason, SettingLink } from './answer.tsx';
import { namesIn } from './names.ts';
import { tellingOf, useStory } from './use-story.ts';
import { whyNotWords as words } from '../words/why-not-words.ts';
import './why-not.css';

type WhyNotNoteProps = {
  readonly channel: number;
  /** What did not come in the channel's newest session. */
  readonly about?: ScreenName | 'bot';
};

/** One line about the newest session of a channel: what its customer did not meet, why, and where that is set. */
export function WhyNotNote({ channel, about = 'preChatForm' }: WhyNotNoteProps) {
  const session = useWorld(
    (world) => [...world.sessions].findLast((one) => one.channel === channel)?.id ?? 0,
  );
  return session === 0 ? null : <Note key={session} session={session} about={about} />;
}

type NoteProps = { readonly session: number; readonly about: ScreenName | 'bot' };

function Note({ session, about }: NoteProps) {
  const story = useStory(session);
  const world = useWorld((one) => one);
  const answer = useMemo(
    () => (story === undefined ? undefined : answerOf(tellingOf(story), about)),
    [story, about],
  );
  const one = world.sessions.get(session);
  if (answer === undefined || one === undefined) return null;
  const names = namesIn(world);
  const [setting] = answer.settings;
  return (
    <p class="why-not-note">
      <Icon name="help" />
      <span>
        <b>{words.whyNot}</b> {words.saw[about](customerName(one))}
        <Reason because={answer.because} names={names} />{' '}
        {setting === undefined ? null : <SettingLink setting={setting} names={names} />}
      </span>
    </p>
  );
}

/** The first reason; undefined where it came after all. */
function answerOf(telling: StoryReplay | null, about: ScreenName | 'bot'): WhyNot | undefined {
  if (about !== 'bot') return whyNoScreen(telling, about)[0];
  return whyUnheard(telling).answers.find(({ question }) => question.about === 'bot');
}
