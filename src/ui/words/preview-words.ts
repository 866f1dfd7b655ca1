import type { NotReached, PreviewProblem, PreviewTexts, PreviewView } from '../../protocol/preview.ts';
import { sentence } from '../sentence.ts';

/** Every word of the preview of a channel. */
export const previewWords = {
  title: 'What the customer sees',
  about: 'the real widget, on a copy',
  size: 'Size of the widget',
  normal: 'Normal',
  large: 'Large',
  views: {
    preChat: 'Pre-chat form',
    faq: 'FAQ',
    queue: 'In queue',
    conversation: 'Conversation',
    offline: 'Offline form',
    postChat: 'Post-chat form',
    closed: 'Closed',
    writing: 'Somebody is writing',
    badge: 'Badge',
  } satisfies Record<PreviewView, string>,
  off: 'Off',
  because: {
    off: 'Switched off: this is how it would look.',
    'bot-first': 'The bot speaks first, so nobody comes here. This is how it would look.',
    'bot-answers': 'The bot keeps the customer, so nobody comes here. This is how it would look.',
    nobody: 'Nobody on the channel can respond. This is how it would look.',
    'never-open': 'The channel never opens. This is how it would look.',
    'nobody-types': 'The bot answers without typing. This is how it looks with a person.',
    elsewhere: 'A script leads elsewhere. This is how it would look.',
  } satisfies Record<NotReached, string>,
  playing: 'Drawing…',
  slow: 'A script takes too long, so this is the picture of before.',
  broken: 'The preview could not be played, so this is the picture of before.',
  unfit: (why: string) => `This cannot be saved, so this is the picture of before. ${why}`,
  nothingYet: 'There is no picture yet.',
} as const;

/** What people say in the preview. */
export const previewTexts: PreviewTexts = {
  customer: {
    name: 'Kim Dahl',
    email: 'kim@example.com',
    phone: '+47 22 33 44 55',
    company: 'Dahl Books',
    country: 'Norway',
  },
  others: ['Ada Berg', 'Bo Lund'],
  question: 'When does my parcel arrive?',
  message: 'My parcel is late.',
  greeting: 'Hello',
  handOff: 'human',
  answer: 'Hello, you are talking to a person now.',
  agent: 'Kari Nord',
};

/** What spoils a view, in words to stand beside the setting. */
export function previewProblemText(problem: PreviewProblem): string {
  switch (problem.code) {
    case 'faq-empty':
      return 'This folder has no entry that is published for everybody: no question finds an answer, and the FAQ leads on to the queue.';
    case 'faq-folder-gone':
      return 'This folder is not there any more: no question finds an answer.';
    case 'nobody':
      return 'No agent of the channel can respond: without a bot, customers always get the offline form.';
    case 'never-open':
      return 'The channel never opens: without a bot, customers always get the offline form.';
    case 'bot-first':
      return 'The bot speaks first, so customers do not see the form.';
    case 'bot-folder':
      return 'The folder holds no bot: no script in it is named like “bot register”.';
    case 'script-failed':
      return `The script ${problem.script} fails here: ${sentence(problem.failure)}`;
  }
}
