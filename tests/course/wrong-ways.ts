import type { Lesson } from '../../src/course/course.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { connects, ends, picksUpNext, replies, setsPresence, writes } from '../../build/courses/shop.ts';

/** What people do in a lesson that does not solve it, and the first check that tells them. */
export type WrongWay = {
  readonly way: string;
  readonly steps: (lesson: Lesson) => readonly ScenarioStep[];
  readonly failsAt: string;
};

const ownSteps = ({ solution, start }: Lesson): readonly ScenarioStep[] => solution?.steps.slice(start) ?? [];

/** The solution, with some of its steps put otherwise or left out. */
const solved =
  (change: (step: ScenarioStep, index: number) => ScenarioStep | readonly ScenarioStep[]) =>
  (lesson: Lesson): readonly ScenarioStep[] =>
    ownSteps(lesson).flatMap(change);

/** The solution without the steps of these kinds. */
const without = (...types: readonly Input['type'][]) =>
  solved((step) => (types.includes(step.input.type) ? [] : step));

/** The solution, with scripts that say something else. */
const writing = (change: (source: string, name: string) => string) =>
  solved((step) => {
    const { input } = step;
    if (input.type !== 'admin.savesScript') return step;
    const { script } = input;
    const source = change(script.source ?? '', script.name);
    if (source === script.source) throw new Error(`Nothing is changed in ${script.name}.`);
    return { ...step, input: { ...input, script: { ...script, source } } };
  });

const replaced = (what: string | RegExp, by: string) => writing((source) => source.replace(what, by));

export const wrongWays: Readonly<Record<string, Readonly<Record<string, readonly WrongWay[]>>>> = {
  'chatbots-in-twelve-steps': {
    'say-hello': [
      {
        way: 'the script is not saved',
        steps: without('admin.savesScript'),
        failsAt: 'The bot says hello to a customer who comes: 6 User last',
      },
      {
        way: 'the customer came before the script was saved',
        steps: (lesson) => [
          connects('ada'),
          ...ownSteps(lesson).filter(({ input }) => input.type === 'admin.savesScript'),
          writes(1, 'hi'),
        ],
        failsAt: 'The bot says hello to a customer who comes: 6 User last',
      },
      {
        way: 'it only says hello',
        steps: solved((step) =>
          step.input.type === 'admin.savesScript' && step.input.script.name.includes('message') ? [] : step,
        ),
        failsAt: 'The bot answers: 6 User last again',
      },
    ],
    'hand-over': [
      {
        way: 'it goes without a word',
        steps: replaced(/ {2}addChatMessage\(session, "One moment.*\n/, ''),
        failsAt: 'The bot says a word, and then lets go',
      },
      {
        way: 'it sets status 4 and stays active',
        steps: replaced('resetChat(session)', 'setChatStatus(session, 4)'),
        failsAt: 'The bot says a word, and then lets go',
      },
      {
        way: 'it speaks after it has let go',
        steps: replaced(
          /( {2}addChatMessage\(session, "One moment.*\n)( {2}resetChat.*\n)/,
          '$1$2  addChatMessage(session, "I am still here.", 1, bot, 16, "");\n',
        ),
        failsAt: 'The customer waits for a person: 4 In queue',
      },
    ],
    'nobody-there': [
      {
        way: 'the channel takes no requests',
        steps: without('admin.savesChannel', 'customer.submitsForm'),
        failsAt: 'The channel takes requests, in a category of its own',
      },
      {
        way: 'Kari stays',
        steps: without('agent.setsPresence', 'customer.submitsForm'),
        failsAt: 'Kari goes away',
      },
      {
        way: 'the form is put away',
        steps: solved((step) =>
          step.input.type === 'customer.submitsForm'
            ? { at: '+9s', input: { type: 'customer.dismissesForm', session: 1, form: 'offline' } }
            : step,
        ),
        failsAt: 'The customer leaves a request: 10 Request posted',
      },
    ],
    'form-first': [
      {
        way: 'the bot still speaks at once',
        steps: solved((step, index) =>
          index === 0 || step.input.type === 'customer.submitsForm' ? [] : step,
        ),
        failsAt: 'The form comes first: 1 Pre-chat form, and the bot is silent',
      },
      {
        way: 'nobody greets after the form',
        steps: solved((step, index) => (index === 1 ? [] : step)),
        failsAt: 'After the form the bot greets: 4 In queue, then 6 User last',
      },
      {
        way: 'the form comes only at the hand-off',
        steps: () => [
          connects('ada'),
          writes(1, 'human'),
          {
            at: '+9s',
            input: {
              type: 'customer.submitsForm',
              session: 1,
              form: 'preChat',
              fields: { name: 'Ada', email: 'ada@example.com' },
            },
          },
        ],
        failsAt: 'The form comes first: 1 Pre-chat form, and the bot is silent',
      },
    ],
    'faq-first': [
      {
        way: 'the entry stays a draft',
        steps: without('admin.savesFaqEntry', 'customer.answersFaq'),
        failsAt: 'The entry about delivery is published',
      },
      {
        way: 'the bot is too fast',
        steps: without('admin.savesScript', 'customer.answersFaq'),
        failsAt: 'The FAQ answers the question, and the bot keeps quiet',
      },
      {
        way: 'everybody is helped',
        steps: solved((step) =>
          step.input.type === 'customer.answersFaq'
            ? { ...step, input: { ...step.input, helpful: true } }
            : step,
        ),
        failsAt: 'Who was not helped is greeted by the bot: 4 In queue, then 6 User last',
      },
    ],
    options: [
      {
        way: 'the list is a text like any other',
        steps: (lesson) =>
          replaced(
            'bot, 17,',
            'bot, 16,',
          )(lesson).filter(({ input }) => input.type !== 'customer.clicksOption'),
        failsAt: 'The bot offers a choice with buttons: special type 17',
      },
      {
        way: 'the list is no JSON',
        steps: (lesson) =>
          replaced(
            'options.toJsonString()',
            '"Where is my parcel?, Talk to somebody"',
          )(lesson).filter(({ input }) => input.type !== 'customer.clicksOption'),
        failsAt: 'The bot offers a choice with buttons: special type 17',
      },
      {
        way: 'the click to a person is not understood',
        steps: replaced('text == "Talk to somebody" || ', ''),
        failsAt: 'A click on the other option hands over: 4 In queue',
      },
    ],
    'call-a-service': [
      {
        way: 'the address is another one',
        steps: replaced('/v1/parcels/', '/parcels/'),
        failsAt: 'The bot asks the parcel service, and a mock answers',
      },
      {
        way: 'only hasError is asked',
        steps: replaced(' || http.getValue("statusCode") != "200"', ''),
        failsAt: 'When the service fails the customer is told, and handed over',
      },
      {
        way: 'the customer is told and left alone',
        steps: replaced('      resetChat(session);\n', ''),
        failsAt: 'When the service fails the customer is told, and handed over',
      },
    ],
    'say-goodbye': [
      {
        way: 'the chat ends without a word',
        steps: replaced(/ {4}addChatMessage\(session, "Thank you for your visit.*\n/, ''),
        failsAt: 'The bot says goodbye, and then ends the chat: 7 Finished',
      },
      {
        way: 'it ends first and speaks then',
        steps: replaced(
          /( {4}addChatMessage\(session, "Thank you for your visit.*\n)( {4}setChatStatus.*\n)/,
          '$2$1',
        ),
        failsAt: 'The bot says goodbye, and then ends the chat: 7 Finished',
      },
      {
        way: 'there is no form',
        steps: without('admin.savesChannel', 'customer.submitsForm', 'customer.returns'),
        failsAt: 'The customer is shown the post-chat form',
      },
    ],
    'trigger-and-webhook': [
      {
        way: 'no channel is asked for',
        steps: without('admin.savesScript'),
        failsAt: 'In the web shop a message about a card goes through, and the bot answers',
      },
      {
        way: 'nothing is held back at all',
        steps: replaced('event.setBlockExecution(true);', 'log("seen");'),
        failsAt: 'In Invoices it is held back',
      },
      {
        way: 'the webhook hears of new sessions only',
        steps: without('admin.savesWebhook'),
        failsAt: 'The warehouse is told of a message, and answers 200',
      },
    ],
    'two-channels': [
      {
        way: 'Ola stays away',
        steps: () => [connects('ada'), writes(1, 'human'), connects('bo', 2), picksUpNext(1), picksUpNext(1)],
        failsAt: 'Ola is present',
      },
      {
        way: 'Ola accepts',
        steps: (lesson) => [
          ...ownSteps(lesson).slice(0, 7),
          { at: '+8s', input: { type: 'agent.acceptsTransfer', agent: 2, session: 2 } },
        ],
        failsAt: 'Ola rejects, and Kari keeps the chat',
      },
    ],
    'rush-hour': [
      {
        way: 'the bot is off',
        steps: without('admin.savesChannel'),
        failsAt: 'The bot works in the web shop',
      },
      {
        way: 'only some come',
        steps: (lesson) => ownSteps(lesson).slice(0, 60),
        failsAt: 'Thirty customers come',
      },
      {
        way: 'nobody answers',
        steps: (lesson) => [
          ...ownSteps(lesson).slice(0, 1),
          connects('ada'),
          writes(1, 'human'),
          { input: { type: 'clock.advances', by: 180_000 } },
          ...Array.from({ length: 29 }, () => connects('bo')),
        ],
        failsAt: 'Twenty chats come to an end: 7 Finished',
      },
    ],
    'find-the-bug': [
      {
        way: 'nothing is mended',
        steps: without('admin.savesScript'),
        failsAt: 'Parcel 0815 is found',
      },
      {
        way: 'one parcel is found, and no other',
        steps: replaced('/v1/parcels/" + text', '/v1/parcels/0815"'),
        failsAt: 'Parcel 4711 is still found',
      },
      {
        way: 'everything is taken for a number',
        steps: replaced('text.toInteger() > 0', 'text != ""'),
        failsAt: 'Whatever is no number still gets the options',
      },
    ],
  },
  'at-the-agents-desk': {
    'present-and-away': [
      {
        way: 'Kari is present before anybody comes',
        steps: () => [setsPresence(1, true), connects('ada'), picksUpNext(1), replies(1, 1, 'Hello')],
        failsAt: 'Nobody is present: the customer gets 3 Offline form',
      },
      {
        way: 'Kari goes away and says nothing more',
        steps: (lesson) => ownSteps(lesson).slice(0, -1),
        failsAt: 'Kari answers while she is away',
      },
    ],
    'get-next': [
      {
        way: 'somebody is picked out of the middle',
        steps: () => [
          { at: '+5s', input: { type: 'agent.picksUp', agent: 1, session: 2 } },
          replies(1, 2, 'Hello Bo'),
          picksUpNext(1),
          replies(1, 1, 'Hello Ada'),
        ],
        failsAt: 'Kari takes Ada, who came first',
      },
      {
        way: 'Ada waits for an answer',
        steps: () => [picksUpNext(1), replies(1, 1, 'Hello Ada', '+70s')],
        failsAt: 'Ada has an answer within a minute',
      },
      {
        way: 'no chat is ended',
        steps: without('agent.ends'),
        failsAt: 'One chat is ended: 7 Finished',
      },
    ],
    transfer: [
      {
        way: 'Ada is told nothing',
        steps: (lesson) => ownSteps(lesson).slice(1),
        failsAt: 'Kari tells Ada before she asks Per',
      },
      {
        way: 'Per takes his time',
        steps: solved((step) =>
          step.input.type === 'agent.writes' && step.input.agent === 3 ? { ...step, at: '+2m' } : step,
        ),
        failsAt: 'Per answers within a minute: 6 User last',
      },
      {
        way: 'nothing is cancelled',
        steps: (lesson) => ownSteps(lesson).filter((_, index) => index !== 2 && index !== 3),
        failsAt: 'Kari cancels the transfer',
      },
    ],
    'offline-form': [
      {
        way: 'the number is not sent',
        steps: without('agent.writes'),
        failsAt: 'Bo is told its number',
      },
      {
        way: 'Kari stays present',
        steps: without('agent.setsPresence', 'customer.submitsForm'),
        failsAt: 'A customer whom nobody answers gets 3 Offline form',
      },
    ],
    'rush-hour': [
      {
        way: 'Kari looks on',
        steps: solved((step) => ('agent' in step.input && step.input.agent === 1 ? [] : step)),
        failsAt: 'Kari takes three chats',
      },
      {
        way: 'the manager is warned',
        steps: () => [
          connects('ada'),
          { input: { type: 'clock.advances', by: 301_000 } },
          { at: '+1s', input: { type: 'customer.leaves', session: 1 } },
          ...Array.from({ length: 9 }, () => connects('bo', 1, '+1s')),
          ...[2, 3, 4].flatMap((session) => [picksUpNext(1, '+1s'), replies(1, session, 'Hello', '+1s')]),
        ],
        failsAt: 'No manager is warned',
      },
    ],
    'difficult-customer': [
      {
        way: 'the first answer takes too long',
        steps: solved((step, index) => (index === 1 ? { ...step, at: '+90s' } : step)),
        failsAt: 'Bo has an answer within a minute',
      },
      {
        way: 'the chat is ended in anger',
        steps: () => [picksUpNext(1), replies(1, 1, 'Calm down.'), ends(1, 1)],
        failsAt: 'Bo is heard until he says thanks',
      },
      {
        way: 'nothing is noted',
        steps: without('agent.createsRequest'),
        failsAt: 'Kari notes what was promised: a request',
      },
      {
        way: 'Bo waits for more than two minutes',
        steps: solved((step, index) => (index === 3 ? { ...step, at: '+130s' } : step)),
        failsAt: 'Bo never waits for two minutes: no warning about a message',
      },
    ],
  },
};
