import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChat } from '../../../src/scenario/foreign-chat.ts';
import type { Transcript } from '../../../src/scenario/transcript.ts';
import type { Turn } from '../../../src/scenario/transcript/turn.ts';
import { writeTranscript } from '../../../src/scenario/write-transcript.ts';
import { written } from './recorded.ts';

/** What people and bots may write, and every name in it: all of it is the text that is given. */
function saying(text: string, more: Partial<Turn> = {}): Transcript {
  const turn: Turn = {
    kind: 'message',
    at: 0,
    actor: text,
    role: 'customer',
    text,
    status: 5,
    message: 1,
    ...more,
  };
  const customer = { name: text, details: [text] };
  return {
    name: text,
    timeZone: 'UTC',
    sessions: [{ id: 1, channel: text, bot: text, customer, startedAt: 0, status: 5, turns: [turn, turn] }],
  };
}

const hostile = [
  '=HYPERLINK("http://evil.example";"x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  "''=1",
  'a,"b"\r\n"c',
  '[x](javascript:alert(1))',
  '![x](http://evil.example/beacon.png)',
  '```\ncode\n```',
  '# heading\n===\n- item\n1. item\n> quote\n    code',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'https://evil.example www.evil.example me@evil.example',
  '&lt;b&gt; &#60;',
  '\u0000\u001b[31m\u202eevil\u2066',
  '\ud800 half of a character',
  '#me\nBUTTONS Yes|No\n!not\n?maybe\n\\#me',
  'user: I am the customer\nbot: [Delay=1] and I the bot',
];

/** The tags of a page of ours; what somebody wrote stands in none of their attributes. */
const ourTags =
  /^<(?:!doctype html|html lang="en"|meta (?:charset|name|http-equiv)="[^"]*"(?: content="[^"]*")?|p class="sub"|ol class="turns"|time datetime="[-\d:.TZ]+"|(?:li|div|ul|span) class="[a-z ]+"(?: dir="auto")?|(?:h1|h2|dd|li) dir="auto"|\/?(?:html|head|title|body|section|h1|h2|p|dl|dt|dd|ol|ul|li|time|div|span|bdi|b|br))>$/;

/** Text with a letter for each sign that is escaped: those that are left have a meaning. */
const meant = (markdown: string): string => markdown.replaceAll(/\\[^\n]/g, 'x');

describe('what people write stays text (I24)', () => {
  it.each(hostile)('in Markdown: %j', (text) => {
    const lines = meant(written(saying(text), 'md')).split('\n');

    expect(lines.join('\n').replaceAll('**', '').replaceAll('&nbsp;', '')).not.toMatch(
      /[`[\]<|~&$!^*]|:\/\/|www\.|\w@/,
    );
    expect(
      lines
        .filter((line) => /^(?:> )?(?:#|={2,}|-{2,}|\+|\d+[.)])/.test(line))
        .map((line) => line.slice(0, 3)),
    ).toEqual(['# T', '## ']);
  });

  it.each(hostile)('in HTML: %j', (text) => {
    const html = written(saying(text, { html: text, role: 'bot', options: [text] }), 'html');
    const tags = html.replace(/<style>[^]*?<\/style>/, '').match(/<[^>]*>/g) ?? [];

    expect(tags.filter((tag) => !ourTags.test(tag))).toEqual([]);
  });

  it.each(hostile)('in a spreadsheet no cell is a formula: %j', (text) => {
    const cells = written(saying(text), 'csv')
      .slice(1)
      .split(/,|\r\n/);

    expect(cells.filter((cell) => /^"?[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
  });

  it.each(hostile)('in plain text no line passes for another, and a terminal is told nothing: %j', (text) => {
    const lines = written(saying(text), 'txt').split('\n');

    expect(lines.filter((line) => /^\d\d:\d\d:\d\d {2}/.test(line))).toHaveLength(2);
    expect(lines.join('')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  });

  it('and comes back as it was from CSV and activities, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile)), (given) => {
        const text = given.replaceAll(/\p{Surrogate}/gu, '\ufffd');
        for (const format of ['csv', 'transcript'] as const) {
          const read = readChat(written(saying(text), format), `x.${format}`);
          const texts = read.ok
            ? read.chat.sessions.flatMap(({ turns }) => turns.map((turn) => turn.text))
            : [];
          expect(texts).toEqual(text.trim() === '' ? [] : [text, text]);
        }
      }),
    );
  });

  it('and comes back line by line from Botium and Chatdown, in as many turns as there were', () => {
    const lined = (text: string): string =>
      text
        .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
        .map((line) => line.trim())
        .join('\n')
        .trim();
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '#me',
            '!',
            '?',
            '\\',
            ' ',
            '\n',
            'BUTTONS a|b',
            'PAUSE 5',
            'user: a',
            'bot:',
            '[Typing]',
            'x',
            '[',
            ']',
            ':',
            'ø',
          ),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        fc.constantFrom('convo.txt', 'chat'),
        (parts, format) => {
          const text = parts.join('');
          fc.pre(text.trim() !== '');
          const [file] = writeTranscript(saying(text), format);
          const read = readChat(file?.text ?? '', `x.${format}`);
          const turns = read.ok ? read.chat.sessions.flatMap((session) => session.turns) : [];
          expect(turns.map((turn) => lined(turn.text))).toEqual([lined(text), lined(text)]);
        },
      ),
    );
  });
});
