import fc from 'fast-check';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';

const session = fc.integer({ min: 1, max: 4 });
const agent = fc.integer({ min: 1, max: 3 });
const text = fc.constantFrom('hi', 'human', 'quit', 'delivery time', 'Ångström <b>', '');
const flag = fc.boolean();

const ofSession = <T extends string>(...types: T[]) =>
  fc.record({ type: fc.constantFrom(...types), session });
const ofAgent = <T extends string>(...types: T[]) =>
  fc.record({ type: fc.constantFrom(...types), agent, session });

/** Any input that people could send, possible now or not. */
export const inputs: fc.Arbitrary<Input> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('customer.connects' as const),
      channel: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('customer.writes' as const), session, text }) },
  ofSession(
    'customer.leaves',
    'customer.returns',
    'customer.disconnects',
    'customer.reconnects',
    'customer.takesOfflineForm',
  ),
  fc.record({ type: fc.constant('customer.answersFaq' as const), session, helpful: flag }),
  fc.record({ type: fc.constant('customer.types' as const), session, typing: flag }),
  fc.record({
    type: fc.constant('customer.clicksOption' as const),
    session,
    message: fc.integer({ min: 1, max: 12 }),
    option: fc.constantFrom('A', 'B'),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('customer.submitsForm' as const),
      session,
      form: fc.constantFrom('preChat' as const, 'offline' as const, 'postChat' as const),
      fields: fc.constantFrom({ name: 'Ada', email: 'ada@example.org' }, { name: 'Ada' }, {}),
      rating: fc.integer({ min: 0, max: 6 }),
      transcript: flag,
    }),
  },
  fc.record({
    type: fc.constant('customer.dismissesForm' as const),
    session,
    form: fc.constantFrom('preChat' as const, 'offline' as const, 'postChat' as const),
  }),
  fc.record({ type: fc.constant('agent.setsPresence' as const), agent, present: flag }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant('agent.picksUpNext' as const), agent }) },
  ofAgent(
    'agent.picksUp',
    'agent.ends',
    'agent.takesOver',
    'agent.listens',
    'agent.stopsListening',
    'agent.cancelsTransfer',
    'agent.acceptsTransfer',
    'agent.rejectsTransfer',
  ),
  { weight: 4, arbitrary: fc.record({ type: fc.constant('agent.writes' as const), agent, session, text }) },
  fc.record({ type: fc.constant('agent.transfers' as const), agent, session, to: agent }),
  fc.record({ type: fc.constant('agent.createsRequest' as const), agent, session, title: text }),
  fc.record({
    type: fc.constant('customer.sendsFile' as const),
    session,
    name: fc.constantFrom('a.pdf', 'b.exe'),
  }),
  fc.record({ type: fc.constant('admin.purges' as const) }),
  fc.record({ type: fc.constant('admin.resetsWebhook' as const), webhook: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant('admin.registersBot' as const), channel: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    type: fc.constant('admin.movesMock' as const),
    mock: fc.integer({ min: 1, max: 3 }),
    before: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    type: fc.constant('admin.savesQuickReply' as const),
    quickReply: fc.record({
      id: fc.integer({ min: 1, max: 3 }),
      name: text.filter((one) => one !== ''),
      agent,
    }),
  }),
  fc.record({
    type: fc.constantFrom('admin.deletesQuickReply' as const),
    quickReply: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ type: fc.constant('admin.deletesContact' as const), contact: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    type: fc.constant('clock.advances' as const),
    by: fc.constantFrom(1, 999, 1000, 5000, 60_000, 150_000, 400_000),
    timers: fc.constantFrom('all' as const, 'once' as const, undefined),
  }),
);

/** Lines of the tiny language that bots and triggers are made of. */
const line = fc.constantFrom(
  'post 1 hello',
  'post 2 typed',
  'post 3 special',
  'post 1 ["A","B"]',
  'later 3 soon',
  'later 0 now',
  'reset',
  'status 7',
  'status 4',
  'status 99',
  'typing 1',
  'print x',
  'set n v',
  'get https://example.org/x',
  'fail',
  'rewrite other',
  'block',
  'when 4 post 1 greeting',
  'when 5 post 1 answer',
  'when 6 status 5',
  'post 9 wrong',
);
const source = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));

/** A world with a bot channel, a channel of people and one with forms, triggers and a webhook on top. */
export const worlds: fc.Arbitrary<WorldFile> = fc
  .record({
    created: source,
    changed: source,
    received: source,
    trigger: source,
    event: fc.constantFrom(400 as const, 401 as const, 402 as const, 403 as const),
    forms: flag,
    responses: fc.array(
      fc.constantFrom(200, 500, 'timeout' as const, { status: 500, delay: 2500 }, { error: 'refused' }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ created, changed, received, trigger, event, forms, responses }) => ({
    startsAt: '2026-03-02T09:00:00Z',
    agents: [
      { id: 1, name: 'Kari Nord' },
      { id: 2, name: 'Ola Sand', present: false },
    ],
    channels: [
      {
        id: 1,
        name: 'Bot',
        members: [{ agent: 1, manager: true }, { agent: 2 }],
        bot: { enabled: true, folder: 'Bot', name: 'Eko' },
        preChatForm: { enabled: forms, faqEnabled: forms },
        postChatForm: { enabled: forms, rating: true, transcript: true },
      },
      {
        id: 2,
        name: 'People',
        members: [{ agent: 1 }, { agent: 2, canListen: true }],
        layout: { welcomeMessage: 'Welcome' },
        offlineForm: { fromQueue: { enabled: true, minutes: 2, length: 3 } },
      },
      {
        id: 3,
        name: 'Forms',
        members: [{ agent: 1 }],
        preChatForm: { enabled: true, faqEnabled: true },
        postChatForm: { enabled: true },
      },
    ],
    folders: [
      {
        name: 'Bot',
        scripts: [
          { id: 1, name: 'bot register' },
          { id: 2, name: 'bot session created', source: created },
          { id: 3, name: 'bot session changed', source: changed },
          { id: 4, name: 'bot message received', source: received },
        ],
      },
      { name: 'Triggers', scripts: [{ id: 5, name: 'trigger', source: trigger }] },
    ],
    triggers: [{ id: 1, event, script: 5 }],
    webhooks: [
      {
        id: 1,
        name: 'Hook',
        events: ['chatsession.created', 'chatsession.changed', 'chatsession.message'],
        secret: 's',
        responses,
      },
    ],
    mocks: [
      {
        request: { url: 'https://example.org/*' },
        responses: [{ status: 500 }, { fault: 'timeout' as const }, { fault: 'malformed' as const }],
        after: 'cycle' as const,
        state: { name: 'shop', is: 'start', becomes: 'shut' },
      },
      { request: { url: 'https://example.org/x' }, state: { name: 'shop', becomes: 'start' } },
    ],
    contacts: [{ id: 1, name: 'Ada Berg' }],
    faq: {
      folders: [],
      entries: [{ id: 1, title: 'Delivery', question: 'What is the delivery time?', answer: 'Two days.' }],
    },
  }));
