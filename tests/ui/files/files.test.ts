import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Draft, DraftOptions, LinkDraft } from '../../../src/protocol/files-api.ts';
import { Drafting } from '../../../src/ui/files/drafting.ts';
import { createFilesState, takeLink } from '../../../src/ui/files/files-state.ts';
import { fileNameOf, nameOutside, optionsOf, type Form } from '../../../src/ui/files/form.ts';
import { sourceIn } from '../../../src/ui/files/hear-files.ts';
import { keepForm, keptForm } from '../../../src/ui/files/kept-files.ts';
import { writeDraft } from '../../../src/ui/files/save.ts';
import { withMarks } from '../../../src/ui/files/with-marks.ts';
import { webStorage } from '../web-storage.ts';

const form: Form = {
  name: ' Late order ',
  description: '',
  by: '',
  conversation: true,
  notes: true,
  expectations: true,
  personal: false,
  secrets: {},
};

const meter = {
  length: 20,
  parts: { scripts: 0, conversation: 0, expectations: 0, setting: 0, rest: 0 },
  verdict: 'short',
} as const;

const secret = (path: string) => ({ path, kind: 'header', of: 'Hook', preview: 'a…', size: 9 }) as const;

describe('the name of a file', () => {
  it('is made of the name, of what every system takes', () => {
    expect(fileNameOf('Parcel shop: late order')).toBe('Parcel shop late order.rehearsal.json');
    expect(fileNameOf('../../etc/passwd')).toBe('etc passwd.rehearsal.json');
    expect(fileNameOf('a\u202Egpj.b\u0000c')).toBe('a gpj.b c.rehearsal.json');
    expect(fileNameOf(' . ')).toBe('rehearsal.rehearsal.json');
    expect(fileNameOf('x'.repeat(300))).toHaveLength(80 + '.rehearsal.json'.length);
    expect(fileNameOf('Æøå 😀')).toBe('Æøå 😀.rehearsal.json');
    expect(fileNameOf(`${'x'.repeat(79)}😀😀`)).toBe(`${'x'.repeat(79)}😀.rehearsal.json`);
    expect(fileNameOf('Con')).toBe('_Con.rehearsal.json');
  });

  it('names nobody in the name of the file whose details are replaced in the file', () => {
    const draft = { name: 'Why Alba called' } as Draft;

    expect(nameOutside({ name: 'Why Ada called', personal: true }, draft)).toBe('Why Alba called');
    expect(nameOutside({ name: 'Why Ada called', personal: false }, draft)).toBe('Why Ada called');
  });
});

describe('secrets', () => {
  it('are emptied in links and kept in files, unless somebody says otherwise', () => {
    const known = [secret('a'), secret('b')];

    expect(optionsOf(form, known, 'link')).toMatchObject({ name: 'Late order', emptied: ['a', 'b'] });
    expect(optionsOf(form, known, 'file').emptied).toEqual([]);
    expect(optionsOf({ ...form, secrets: { a: false } }, known, 'link').emptied).toEqual(['b']);
    expect(optionsOf({ ...form, secrets: { b: true } }, known, 'file').emptied).toEqual(['b']);
  });
});

describe('drafts', () => {
  /** Makes drafts with one secret, when it is let. */
  function maker() {
    const asked: DraftOptions[] = [];
    const waiting: (() => void)[] = [];
    const draft = (options: DraftOptions) =>
      new Promise<Draft>((resolve) => {
        asked.push(options);
        waiting.push(() => {
          resolve({
            name: options.name,
            text: JSON.stringify(options),
            steps: 1,
            replaced: [],
            secrets: [secret('a')],
            verdict: { kind: 'unknown', steps: 1 },
            differences: [],
            problem: null,
          });
        });
      });
    const link = (options: DraftOptions): Promise<LinkDraft> =>
      Promise.resolve({ fragment: `#s=${options.name}${String(options.emptied.length)}`, meter });
    /** Makes the one that is waited for, and lets what follows from that happen. */
    const goOn = async () => {
      waiting.shift()?.();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    };
    return { asked, goOn, drafting: new Drafting({ draft, link }) };
  }

  it('go out with their secrets emptied: no link is made of one that still has them', async () => {
    const { asked, goOn, drafting } = maker();

    const done = drafting.want(form, 'link');
    await goOn();
    expect(drafting.state.value).toMatchObject({ link: null, busy: true });
    await goOn();
    await done;

    expect(asked.map(({ emptied }) => emptied)).toEqual([[], ['a']]);
    expect(drafting.state.value).toMatchObject({ busy: false, link: { fragment: '#s=Late order1' } });
  });

  it('are made one at a time, and only of what was chosen last', async () => {
    const { asked, goOn, drafting } = maker();

    void drafting.want(form, 'file');
    void drafting.want({ ...form, name: 'second' }, 'file');
    void drafting.want({ ...form, name: 'third' }, 'file');
    const settled = drafting.settled();
    await goOn();
    await goOn();

    expect((await settled)?.text).toContain('"third"');
    expect(asked.map(({ name }) => name)).toEqual(['Late order', 'third']);
  });

  it('are written as they are chosen then, even where no draft was asked for since; one that is there is not made again', async () => {
    const { asked, goOn, drafting } = maker();
    const texts: string[] = [];
    const handle = {
      name: 'a.rehearsal.json',
      createWritable: () =>
        Promise.resolve({
          write: async (data: Blob) => void texts.push(await data.text()),
          close: () => Promise.resolve(),
          abort: () => Promise.resolve(),
        }),
    };
    const typed = { ...form, name: 'typed a moment ago' };
    void drafting.want(form, 'file');
    await goOn();

    const written = writeDraft(drafting, typed, 'file', handle);
    await goOn();
    await written;
    await writeDraft(drafting, typed, 'file', handle);

    expect(texts.map((text) => (JSON.parse(text) as DraftOptions).name)).toEqual([typed.name, typed.name]);
    expect(asked.map(({ name }) => name)).toEqual(['Late order', typed.name]);
  });
});

describe('who saves', () => {
  it('is remembered where the window keeps things: nothing is written past what is shut when all is erased', () => {
    const kept = new Map<string, string>();
    const open = { id: 'w', name: 'Desk', createdAt: 0, openedAt: 0 };
    const here = {
      store: { workspace: signal(open), workspaces: signal([open]) },
      keepers: { local: webStorage(kept), session: null, seal: () => undefined },
    } as unknown as Parameters<typeof keptForm>[0];

    keepForm(here, 'save', 'w', { ...form, by: 'Kari' });

    expect([...kept]).toEqual([['rehearsal.by', 'Kari']]);
    expect(keptForm(here, 'share').by).toBe('Kari');
  });
});

describe('a link in the address', () => {
  it('is taken out of it, and what else stands there is left', () => {
    const shown: (string | URL | null | undefined)[] = [];
    const history = {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => void shown.push(url),
    };

    expect(takeLink({ location: { hash: '#s=1abc' }, history }, '#/settings')).toEqual({
      kind: 'link',
      text: '#s=1abc',
    });
    expect(takeLink({ location: { hash: '#/stage' }, history }, '#/settings')).toBeNull();
    expect(shown).toEqual(['#/settings']);
  });

  it('waits behind what is being looked at, and takes the place of what was about to leave', () => {
    const files = createFilesState(null);
    files.shows.value = 'share';

    files.bring([{ kind: 'link', text: '#s=1a' }]);
    files.bring([{ kind: 'link', text: '#s=1b' }]);

    expect(files.shows.value).toBe('nothing');
    expect(files.coming.value).toHaveLength(2);
  });
});

describe('what is pasted', () => {
  it('is looked at when it holds a link or may be a file, and else left alone', () => {
    expect(sourceIn('see https://rehearsal.example/app/#s=1abc now')).toMatchObject({ kind: 'text' });
    expect(sourceIn('\uFEFF \n{"format": 1}')).toMatchObject({ kind: 'text' });
    expect(sourceIn('hello #s= {}')).toBeNull();
  });
});

describe('a line that is read before it runs', () => {
  it('has a mark in the place of each character that nobody can see', () => {
    const override = { line: 1, column: 3, code: 'U+202E', name: 'turns around' };
    const tag = { line: 1, column: 6, code: 'U+E0041', name: 'tag' };

    expect(withMarks('ab\u202Ecd\u{E0041}e', [tag, override])).toEqual([
      { text: 'ab' },
      { code: 'U+202E', name: 'turns around' },
      { text: 'cd' },
      { code: 'U+E0041', name: 'tag' },
      { text: 'e' },
    ]);
    expect(withMarks('', [])).toEqual([{ text: '' }]);
  });
});

describe('what was saved', () => {
  it('is known on the next visit, and nothing else is taken for it', () => {
    const keeper = webStorage(new Map());

    createFilesState(keeper).marks.set('a', { steps: 12, file: 'Late order.rehearsal.json' });
    keeper.setItem('rehearsal.saved.b', '{"steps":"12"}');
    keeper.setItem('rehearsal.saved.c', '{');
    const { marks } = createFilesState(keeper);

    expect(marks.of('a')).toEqual({ steps: 12, file: 'Late order.rehearsal.json' });
    expect(['b', 'c', 'd'].map(marks.of)).toEqual([null, null, null]);
  });
});
