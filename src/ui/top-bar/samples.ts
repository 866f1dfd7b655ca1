/** The sample scenarios beside the app: the name of the file, what it is called, and what it shows. */
export const samples: readonly (readonly [file: string, name: string, shows: string])[] = [
  ['first-visit', 'Echobot and Echobot2', 'A bot that speaks first, and one that waits for the form'],
  [
    'echobot-bot-first',
    'Echobot: bot first',
    'The bot before form and FAQ, which wait until the hand-over; post-chat form',
  ],
  ['echobot2-forms-first', 'Echobot2: forms first', 'Form and FAQ, then a greeting in the queue'],
  ['joke-bot', 'Joke bot: one answer from the web for each message', 'HTTP GET, Map.fromJson, mocks'],
  ['json-service-bot', 'JSON service bot: a list of answers', 'JSONBuilder, HTTP.post, parseJSON'],
  [
    'intent-bot',
    'Intent bot: includes, a token, options and delays',
    'Seven scripts, SearchEngine, a token table',
  ],
  ['echobot-typescript', 'Echobot in TypeScript: bot first', 'The dialect that SuperOffice is moving to'],
  ['echobot2-typescript', 'Echobot2 in TypeScript: forms first', 'soApi, context, await'],
  [
    'json-service-bot-typescript',
    'JSON service bot in TypeScript: a list of answers',
    'fetch, JSON, an include',
  ],
  [
    'intent-bot-typescript',
    'Intent bot in TypeScript: includes, options and delays',
    'A port, mended by hand: includes, options, delays',
  ],
  ['desk-bot', 'Desk bot: the FAQ, and requests in a table', 'faqSearch, Ticket, options'],
  ['delayed-messages', 'Delayed messages', 'Two parts of an answer, each at its time'],
  ['faq-yes-and-no', 'FAQ: yes and no', 'Three suggestions, one customer helped and one not'],
  ['hand-off-nobody-present', 'Hand-off when nobody is present', 'The offline form'],
  ['trigger-rewrites-and-blocks', 'A trigger rewrites and blocks messages', 'Trigger 402'],
  ['webhook-retries', 'Webhook: retries and giving up', 'A target that fails'],
];
