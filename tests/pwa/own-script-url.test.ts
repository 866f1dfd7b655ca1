import { describe, expect, it } from 'vitest';
import { ownScriptUrl } from '../../src/pwa/own-script-url.ts';

const home = new URL('https://host.example/team/rehearsal/');

describe('ownScriptUrl', () => {
  it.each([
    'https://host.example/team/rehearsal/sw.js',
    './assets/main-abc.js',
    'sw.js',
    'blob:https://host.example/5c1e7a52',
  ])('lets %s through as it is', (url) => {
    expect(ownScriptUrl(url, home)).toBe(url);
  });

  it.each([
    'https://evil.example/team/rehearsal/sw.js',
    '//evil.example/sw.js',
    'http://host.example/team/rehearsal/sw.js',
    'https://host.example/team/other/sw.js',
    '../other/sw.js',
    '/sw.js',
    'blob:https://evil.example/5c1e7a52',
    'data:text/javascript,alert(1)',
    'javascript:alert(1)',
    'https://',
  ])('refuses %s', (url) => {
    expect(ownScriptUrl(url, home)).toBeNull();
  });
});
