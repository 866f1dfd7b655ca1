import { describe, expect, it } from 'vitest';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { secretsIn, withoutSecrets } from '../../src/scenario/secrets.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { readFile, scenarioPaths } from './links.ts';
import { minimal } from './scenarios.ts';

const script = (source: string) => ({
  folders: [{ name: 'Bot', scripts: [{ id: 1, name: 'bot register', source }] }],
});
const keysIn = (source: string) =>
  secretsIn(minimal(script(source))).map(({ path }) => path.replace(/^.*source:/, ''));

/** Made up, and put together here so that nobody takes them for real ones. */
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'c2lnbmF0dXJlLXRoYXQtaXMtbm9uZQ'].join(
  '.',
);
const aws = `AKIAABCDEFGH23456789`;
const token = 'q9Xw2LmP0aZr8TtB4kVd6YhC1nGs3JfE';

const full: ScenarioFile = {
  ...minimal({
    ...script(`String url = "https://api.example/v1?apikey=${token}";\nString password = "hunter2";\n`),
    webhooks: [
      {
        id: 1,
        name: 'CRM',
        url: `https://me:letmein9@hook.example/${'0123456789abcdef'.repeat(2)}`,
        secret: 'signing',
        headers: { 'X-Api-Key': 'abcdefghijkl', Accept: 'text/plain', 'X-Trace': `Bearer ${token}` },
        properties: { type: 'password=swordfish' },
      },
    ],
    mocks: [
      {
        request: { url: `https://api.example/v1?apikey=${token}`, body: '{"password":"hunter2"}' },
        responses: [{ headers: { 'Set-Cookie': 'sid=1' }, body: JSON.stringify({ access_token: jwt }) }],
      },
    ],
    tables: { customer: [{ name: 'Ada' }, { name: 'Bob' }], empty: [] },
  }),
  steps: [
    {
      input: { type: 'clock.advances', by: 1 },
      answers: [
        { method: 'GET', url: 'https://real.example/', status: 200, headers: { a: 'b' }, body: 'private' },
      ],
    },
    { input: { type: 'admin.savesTable', table: 'customer', rows: [{ name: 'Carl' }] } },
    {
      input: {
        type: 'admin.savesScript',
        folder: 'Bot',
        script: { id: 1, name: 'bot register', source: `// ${aws}` },
      },
    },
  ],
};

describe('the secrets of a file', () => {
  it('are listed with place, kind, what they belong to, size, and no more of them than their beginning', () => {
    expect(
      secretsIn(full).map(({ path, kind, of, preview, size }) => [path, kind, of, preview, size]),
    ).toEqual([
      ['world.webhooks[0].url:1:12', 'key', 'CRM', '…', 8],
      ['world.webhooks[0].url:1:34', 'key', 'CRM', '012…', 32],
      ['world.webhooks[0].secret', 'webhookSecret', 'CRM', '…', 7],
      ['world.webhooks[0].headers["X-Api-Key"]', 'header', 'X-Api-Key', 'abc…', 12],
      ['world.webhooks[0].headers["X-Trace"]:1:8', 'key', 'CRM', 'q9X…', 32],
      ['world.webhooks[0].properties.type:1:10', 'key', 'CRM', '…', 9],
      ['world.folders[0].scripts[0].source:1:45', 'key', 'bot register', 'q9X…', 32],
      ['world.folders[0].scripts[0].source:2:20', 'key', 'bot register', '…', 7],
      ['world.mocks[0].request.url:1:31', 'key', expect.any(String), 'q9X…', 32],
      ['world.mocks[0].request.body:1:14', 'key', expect.any(String), '…', 7],
      ['world.mocks[0].responses[0].headers["Set-Cookie"]', 'header', 'Set-Cookie', '…', 5],
      ['world.mocks[0].responses[0].body:1:18', 'key', expect.any(String), 'eyJ…', jwt.length],
      ['world.tables.customer', 'table', 'customer', '', 2],
      ['steps[0].answers', 'answers', 'https://real.example/', '', 1],
      ['steps[1].input.rows', 'table', 'customer', '', 1],
      ['steps[2].input.script.source:1:4', 'key', 'bot register', 'AKI…', 20],
    ]);
  });

  it('are found by what a header, a property or a value of a form is called, and in recorded addresses, expectations and notes', () => {
    const { world } = full;
    const webhooks = [
      {
        id: 1,
        name: 'W',
        headers: { 'X-Key': 'abc', 'X-Shop': 'shop' },
        properties: { apiKey: 'short', monkey: 'ape' },
      },
    ];
    const steps: readonly ScenarioStep[] = [
      {
        input: { type: 'admin.runsScript', script: 1, inputValues: { password: 'pw', name: 'Ada' } },
        answers: [{ method: 'GET', url: 'https://real.example/?apikey=abcd1234' }],
        note: 'token=abcd5678',
        expect: [{ event: 'http.called', headers: { Authorization: 'mine' } }],
      },
    ];
    const file = {
      ...full,
      world: { startsAt: world.startsAt, webhooks },
      steps,
      description: 'password=qwerty99',
    };

    const secrets = secretsIn(file);

    expect(secrets.map(({ path }) => path)).toEqual([
      'description:1:10',
      'world.webhooks[0].headers["X-Key"]',
      'world.webhooks[0].properties.apiKey',
      'steps[0].input.inputValues.password',
      'steps[0].answers[0].url:1:30',
      'steps[0].note:1:7',
      'steps[0].expect[0].headers.Authorization',
    ]);
    const clean = withoutSecrets(
      file,
      secrets.map(({ path }) => path),
    );
    expect(JSON.stringify(clean)).not.toMatch(/abc|short"|"pw"|mine|qwerty/);
  });

  it.each([
    ['a bearer', `h.setHeader("Authorization", "Bearer ${token}");`],
    ['a basic login', 'h.setHeader("x", "Basic dXNlcjpwYXNzd29yZA==");'],
    ['a name that is passed with its value', 'h.setOption("apiKey", "s3cr3t-value");'],
    ['a variable', 'String sApiKey = "s3cr3t-value";'],
    ['JSON in a text', 'String body = "{\\"client_secret\\": \\"s3cr3t-value\\"}";'],
    ['a form in a text', 'h.post("user=me&password=s3cr3t-value");'],
    ['a web token', `String s = "${jwt}";`],
    ['a key of a cloud', `// ${aws}`],
    ['an address with a login', 'h.get("https://me:pa55@api.example/");'],
    ['a long number in hex', `String s = "${'0a'.repeat(20)}";`],
    ['something long without a blank', `String s = "${token}";`],
    [
      'a private key',
      `String s = "-----BEGIN PRIVATE KEY-----\\n${'Ab1/'.repeat(9)}\\n-----END PRIVATE KEY-----";`,
    ],
  ])('are found by shape: %s', (_, source) => {
    expect(keysIn(source)).toHaveLength(1);
  });

  it.each([
    ['code', 'token = getToken(); if (password=otherPassword) secret(event);'],
    ['words', 'print("Enter your password: it is a secret. Basic English, bearer of news");'],
    ['an address', 'h.get("https://api.example:8080/path/with/some/parts/in/it/that/are/long?id=17");'],
    ['a long name', 'print("Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk");'],
    ['a picture', `print("<img src='data:image/png;base64,${token}${token}'>");`],
    ['no value', 'String password = ""; String apiKey = "{key}";'],
  ])('are not found in %s', (_, source) => {
    expect(keysIn(source)).toEqual([]);
  });

  it('are found in the samples only where a mock hands out a token', () => {
    const samples = scenarioPaths.filter((path) => path.startsWith('public/'));
    const keys = samples.flatMap((path) => secretsIn(readFile(path)).filter(({ kind }) => kind === 'key'));

    expect(keys.map(({ path }) => path)).toEqual([
      'world.mocks[0].responses[0].body:1:19',
      'world.mocks[0].responses[1].body:1:19',
      'world.mocks[0].responses[0].body:1:19',
      'world.mocks[0].responses[1].body:1:19',
    ]);
  });
});

describe('emptying secrets', () => {
  it('takes out what was chosen and nothing else', () => {
    const chosen = ['world.webhooks[0].secret', 'world.tables.customer'];

    const file = withoutSecrets(full, chosen);

    expect(file.world.webhooks?.[0]).toEqual({ ...full.world.webhooks?.[0], secret: '' });
    expect(file.world.tables).toEqual({ customer: [], empty: [] });
    expect({ ...file.world, webhooks: 0, tables: 0 }).toEqual({ ...full.world, webhooks: 0, tables: 0 });
    expect(file.steps).toEqual(full.steps);
  });

  it('takes a key out wherever it stands, so that a script and its mock still agree', () => {
    const expected: ScenarioStep = {
      input: { type: 'clock.advances', by: 1 },
      note: `uses ${token}`,
      expect: [{ event: 'http.called', url: `https://api.example/v1?apikey=${token}` }],
    };
    const [path = ''] = secretsIn(full).flatMap(({ path: at }) => (at.includes('scripts') ? [at] : []));

    const file = withoutSecrets({ ...full, steps: [expected] }, [path]);

    expect(writeScenario(file)).not.toContain(token);
    expect(file.world.folders?.[0]?.scripts?.[0]?.source).toContain('"https://api.example/v1?apikey="');
    expect(file.world.mocks?.[0]?.request.url).toBe('https://api.example/v1?apikey=');
    expect(file.steps[0]).toMatchObject({
      note: 'uses ',
      expect: [{ url: 'https://api.example/v1?apikey=' }],
    });
  });

  it('leaves of a recorded answer that there was one', () => {
    const { steps } = withoutSecrets(full, ['steps[0].answers']);

    expect(steps[0]).toMatchObject({
      answers: [{ method: 'GET', url: 'https://real.example/', status: 200 }],
    });
    expect(steps[0]?.answers?.[0]).not.toHaveProperty('body');
  });

  it('leaves nothing to be listed when all of them are chosen, and a scenario that can be opened', () => {
    const hashed = {
      ...full,
      version: 2 as const,
      rules: 1,
      steps: full.steps.map((step) => ({ ...step, hash: '0123abcd' })),
    };

    const file = withoutSecrets(
      hashed,
      secretsIn(hashed).map(({ path }) => path),
    );

    expect(secretsIn(file)).toEqual([]);
    expect(writeScenario(file)).not.toMatch(/hunter2|swordfish|letmein9|signing|private|"hash"|"rules"/);
    expect(parseScenario(writeScenario(file)).ok).toBe(true);
  });

  it('changes nothing when nothing is chosen', () => {
    expect(withoutSecrets(full, [])).toBe(full);
    expect(withoutSecrets(full, ['world.nothing'])).toBe(full);
  });

  it('finds keys in quick replies, those of the world and those that are saved', () => {
    const quickReply = { id: 1, name: 'Login', text: `Use token=${token}` };
    const file: ScenarioFile = {
      ...minimal({ quickReplies: [quickReply] }),
      version: 2,
      steps: [{ input: { type: 'admin.savesQuickReply', quickReply } }],
    };

    expect(secretsIn(file).map(({ path, of }) => [path.replace(/:.*/, ''), of])).toEqual([
      ['world.quickReplies[0].text', 'Login'],
      ['steps[0].input.quickReply.text', 'Login'],
    ]);
  });
});
