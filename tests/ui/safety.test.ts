import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelFrom } from '../../src/engine/defaults.ts';
import { channelColours, safeColour, textOn } from '../../src/ui/channel-colours.ts';
import { safePicture, safeUrl } from '../../src/ui/safe-url.ts';

describe('the picture of a channel', () => {
  it('holds itself, so that drawing it asks nobody for it', () => {
    expect(safePicture('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA');
    for (const address of ['https://example.com/a.png', 'data:text/html,x', 'logo.png', 'javascript:x', ''])
      expect(safePicture(address)).toBeUndefined();
  });
});

describe('links', () => {
  it('may lead to the web and to mailboxes', () => {
    expect(safeUrl('https://example.com/a?b=1')).toEqual({
      href: 'https://example.com/a?b=1',
      host: 'example.com',
    });
    expect(safeUrl('http://example.com:8080/')?.host).toBe('example.com:8080');
    expect(safeUrl('mailto:ada@example.com')?.host).toBe('ada@example.com');
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    '/here',
    '',
    '//',
  ])('may not be %j', (href) => {
    expect(safeUrl(href)).toBeUndefined();
  });

  it('never have another scheme, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const link = safeUrl(text);
        expect(link === undefined || /^(https?|mailto):/.test(link.href)).toBe(true);
      }),
    );
  });
});

describe('colours of a channel', () => {
  it('go into a style only as #rrggbb', () => {
    expect(safeColour('#0A5E58')).toBe('#0A5E58');
    for (const bad of ['red', '#fff', '#12345g', 'url(x)', '#123456;x', '#123456\n']) {
      expect(safeColour(bad)).toBeUndefined();
    }
  });

  it('get a text that can be read on them', () => {
    expect(textOn('#ffffff')).toBe('#111111');
    expect(textOn('#0a5e58')).toBe('#ffffff');
  });

  it('that are none give way to the channel’s own, and the look’s stay where it names none', () => {
    const channel = channelFrom({ id: 1, name: 'A', layout: { color: '#7a1f5c', buttonColor: 'url(evil)' } });

    const look = channelColours(channel);
    expect(look).toMatchObject({
      '--widget': '#7a1f5c',
      '--widget-text': '#ffffff',
      '--widget-button': '#7a1f5c',
    });
    expect(look).not.toHaveProperty('--bubble-agent');
  });
});
