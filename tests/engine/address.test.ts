import { describe, expect, it } from 'vitest';
import { normalAddress, portOf, resolved } from '../../src/engine/address.ts';

describe('an address', () => {
  it.each([
    ['HTTPS://API.Example.COM/x', 'https://api.example.com/x'],
    ['https://a.test:443', 'https://a.test/'],
    ['http://a.test:80/?q=1', 'http://a.test/?q=1'],
    ['https://a.test:8443/', 'https://a.test:8443/'],
    ['https://a.test/%7euser/%2fb', 'https://a.test/~user/%2Fb'],
    ['https://a.test/blå bær?q=æ', 'https://a.test/bl%C3%A5%20b%C3%A6r?q=%C3%A6'],
    ['https://a.test/a/./b/../c', 'https://a.test/a/c'],
    ['https://a.test/x#part', 'https://a.test/x'],
    ['https://User:Pass@A.test/X', 'https://User:Pass@a.test/X'],
    ['https://a.test/€😀', 'https://a.test/%E2%82%AC%F0%9F%98%80'],
  ])('%s has the normal form %s', (text, normal) => {
    expect(normalAddress(text)).toBe(normal);
    expect(normalAddress(normal)).toBe(normal);
  });

  it('keeps the order of its query, and the letter case of its path', () => {
    expect(normalAddress('https://a.test/A?b=1&a=2')).not.toBe(normalAddress('https://a.test/A?a=2&b=1'));
    expect(normalAddress('https://a.test/A')).not.toBe(normalAddress('https://a.test/a'));
  });

  it('may be a pattern', () => {
    expect(normalAddress('HTTPS://*.Example.com/*')).toBe('https://*.example.com/*');
    expect(normalAddress('https://A.test*')).toBe('https://a.test*');
    expect(normalAddress('*/Token')).toBe('*/Token');
    expect(normalAddress('*')).toBe('*');
  });

  it('goes to a port', () => {
    expect(['http://a', 'https://a', 'https://a:8080/x', 'a.test', 'ftp://a'].map(portOf)).toEqual([
      80,
      443,
      8080,
      undefined,
      undefined,
    ]);
  });
});

describe('a Location', () => {
  it.each([
    ['https://b.test/y', 'https://b.test/y'],
    ['//b.test/y', 'https://b.test/y'],
    ['/y?z=1', 'https://a.test:8443/y?z=1'],
    ['y', 'https://a.test:8443/one/y'],
    ['../y', 'https://a.test:8443/y'],
    ['?z=1', 'https://a.test:8443/one/two?z=1'],
  ])('%s leads to %s', (location, target) => {
    expect(resolved('https://A.test:8443/one/two?q=1', location)).toBe(target);
  });
});
