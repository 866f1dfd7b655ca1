import { describe, expect, it } from 'vitest';
import { hostHeaders, networkPolicy, policyHeaderOf, strictPolicy } from '../../build/policy.ts';

/** The rules of a `_headers` file: paths, and the names of the headers that each gives. */
const rules = new Map(
  hostHeaders
    .split(/^(?=\/)/m)
    .map((rule) => rule.trim().split('\n'))
    .map(([path = '', ...lines]) => [path, lines.map((line) => line.trim().split(':')[0])]),
);

describe('the policies of the two pages', () => {
  it('differ in where requests may go, and in nothing else', () => {
    expect(strictPolicy).toContain("connect-src 'self';");
    expect(networkPolicy.replace(' https: http:', '')).toBe(strictPolicy);
  });

  it('give the wider one to the page with the network alone, whatever else is asked for', () => {
    const wide = ['network.html', 'network'];
    const strict = ['', 'index.html', 'sw.js', 'reset.html', 'network.html.js', 'mynetwork.html', 'networks'];

    for (const file of wide) expect(policyHeaderOf(file)).toContain("connect-src 'self' https: http:;");
    for (const file of strict) expect(policyHeaderOf(file)).toContain("connect-src 'self';");
  });
});

describe('the headers for hosts', () => {
  it('give each path one policy: a host joins what two rules say, and a browser obeys both', () => {
    const named = [...rules].filter(([, names]) => names.includes('Content-Security-Policy'));

    expect(named.map(([path]) => path)).toEqual(
      expect.arrayContaining(['/', '/index.html', '/network.html', '/sw.js', '/assets/*']),
    );
    expect(rules.get('/*')).not.toContain('Content-Security-Policy');
    expect(hostHeaders.match(/^\//gm)).toHaveLength(rules.size);
  });
});
