import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelFrom } from '../../../src/engine/defaults.ts';
import { readEmbedScript } from '../../../src/ui/customers/embed-script.ts';
import { pageOf } from '../../../src/ui/embed/embed-page.ts';
import { exampleCustomer } from '../../../src/ui/words/embed-words.ts';
import { readsAsSource, writeEmbedScript, type Prefill } from '../../../src/ui/embed/write-embed-script.ts';

const site = 'https://online.superoffice.com/Cust12345';
const nowhere = { address: '', values: new Map<string, string>() };
const channel = (id: number, name: string, layout = {}) => channelFrom({ id, name, layout });

describe('the embed script of a channel', () => {
  it('names the channel and its look, and what the page fills in', () => {
    const tag = writeEmbedScript(
      channel(7, 'Web "shop" & more', { theme: 'modern', size: 'large', color: '#8a3a0e' }),
      `${site}/`,
      {
        name: { source: 'url', value: 'n' },
        email: { source: 'text', value: 'a@b.example' },
        phone: { source: 'text', value: ' ' },
      },
    );

    expect(tag.split('\n')).toEqual([
      '<script',
      '  src="https://online.superoffice.com/Cust12345/CS/javascript/chat.js"',
      '  data-topicId="7"',
      '  data-title="Web &quot;shop&quot; &amp; more"',
      '  data-theme="modern"',
      '  data-color="#8a3a0e"',
      '  data-font="verdana"',
      '  data-size="large"',
      '  data-delay="1"',
      '  data-customerName="url:n"',
      '  data-customerEmail="a@b.example"></script>',
    ]);
  });

  it('is read by the simulator as it was written, whatever stands in it', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((value) => value.trim() !== '' && !readsAsSource(value));
    const name = fc.stringMatching(/^[\w.-]{1,12}$/);
    const value = fc.oneof(
      text.map((literal) => ({ source: 'text' as const, value: literal })),
      fc.record({
        source: fc.constantFrom('url' as const, 'cookie' as const, 'variable' as const),
        value: name,
      }),
    );
    const prefills = fc.record(
      { name: value, email: value, phone: value, company: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.string(), prefills, (id, title, prefill: Prefill) => {
        const tag = writeEmbedScript(channel(id, title), site, prefill);

        const { channel: read, customer } = readEmbedScript(tag, pageOf(prefill));

        expect(read).toBe(id);
        expect(Object.keys(customer).sort()).toEqual(Object.keys(prefill).sort());
        for (const field of ['name', 'email', 'phone', 'company'] as const) {
          const given = prefill[field];
          if (given?.source === 'text') expect(customer[field]).toBe(given.value);
        }
      }),
    );
  });

  it('takes from the page what the page has under a name', () => {
    const prefill: Prefill = {
      name: { source: 'url', value: 'n' },
      email: { source: 'cookie', value: 'mail' },
      phone: { source: 'variable', value: 'phone' },
    };
    const tag = writeEmbedScript(channel(1, 'Help'), site, prefill);

    const { name, email, phone } = exampleCustomer;
    expect(readEmbedScript(tag, pageOf(prefill)).customer).toEqual({ name, email, phone });
    expect(readEmbedScript(tag, nowhere).customer).toEqual({});
  });

  it('knows a text that would be read as the name of a source', () => {
    expect(['url:n', ' cookie:x', 'variable:', 'Url:n', 'curl:n', 'Ada'].map(readsAsSource)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
