import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelFrom } from '../../src/engine/defaults.ts';
import { channelColours, contrast, textOn } from '../../src/ui/channel-colours.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

const layoutOf = (layout: Readonly<Record<string, string>>) =>
  channelColours(channelFrom({ id: 1, name: 'Shop', layout }));

describe('a widget', () => {
  it('can be read in whatever colours its channel has', () => {
    fc.assert(
      fc.property(fc.tuple(colour, colour, colour, colour, colour, colour, colour), (colours) => {
        const [color, customerColor, customerTextColor, agentColor, agentTextColor, buttonColor, text] =
          colours;
        const look = layoutOf({
          color,
          customerColor,
          customerTextColor,
          agentColor,
          agentTextColor,
          buttonColor,
          buttonTextColor: text,
        });
        for (const part of ['widget', 'bubble-customer', 'bubble-agent', 'widget-button'])
          expect(contrast(look[`--${part}`] ?? '', look[`--${part}-text`] ?? '')).toBeGreaterThanOrEqual(4.5);
        for (const [theme, panel] of [
          ['light', '#ffffff'],
          ['dark', '#1a1e26'],
        ] as const) {
          const ink = look[`--widget-ink-${theme}`] ?? '';
          if (ink !== 'var(--text)') expect(contrast(ink, panel)).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it('has white text where that can be read, else dark text', () => {
    expect(textOn('#0a5e58')).toBe('#ffffff');
    expect(textOn('#f2d024')).toBe('#111111');
    expect(textOn('#757575')).toBe('#ffffff');
    expect(textOn('#777777')).toBe('#000000');
  });

  it('wears its channel’s one colour on header, buttons and the customer’s bubbles, and keeps a text colour that can be read', () => {
    expect(layoutOf({ color: '#8a3a0e', customerTextColor: '#fff0e0' })).toMatchObject({
      '--widget': '#8a3a0e',
      '--widget-button': '#8a3a0e',
      '--bubble-customer': '#8a3a0e',
      '--bubble-customer-text': '#fff0e0',
      '--widget-ink-light': '#8a3a0e',
      '--widget-ink-dark': 'var(--text)',
    });
  });

  it('shows what the customer says without a box in the modern theme, unless the channel has a colour for it', () => {
    expect(layoutOf({ theme: 'modern', color: '#8a3a0e' })).toMatchObject({
      '--bubble-customer': 'transparent',
      '--bubble-customer-text': 'var(--text)',
      '--widget': '#8a3a0e',
    });
    expect(layoutOf({ theme: 'modern', customerColor: '#123456' })).toMatchObject({
      '--bubble-customer': '#123456',
      '--bubble-customer-text': '#ffffff',
    });
  });

  it('has a badge in its own colours, else in that of the channel', () => {
    expect(layoutOf({ color: '#8a3a0e' })).toMatchObject({ '--widget-badge': '#8a3a0e' });
    expect(layoutOf({ badgeColor: '#ffdd00', badgeTextColor: '#222222' })).toMatchObject({
      '--widget-badge': '#ffdd00',
      '--widget-badge-text': '#222222',
    });
  });

  it('takes fonts and sizes, and nothing else that is written in their place', () => {
    expect(layoutOf({ font: 'Georgia, "Times New Roman"', fontSize: '16px' })).toMatchObject({
      '--widget-font': 'Georgia, "Times New Roman"',
      '--widget-size': '16px',
    });
    const look = layoutOf({ font: 'x; background: url(//evil)', fontSize: '900px', color: 'url(x)' });
    expect(Object.keys(look)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^--widget(-font|-size|-text)?$/)]),
    );
  });
});
