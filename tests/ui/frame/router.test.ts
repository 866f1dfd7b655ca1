import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouter, hrefOf, pathOf } from '../../../src/ui/frame/router.ts';
import { webStorage } from '../web-storage.ts';

/** A browser's address bar and history, as far as a router sees them. */
function browser(hash = '', kept = new Map<string, string>()) {
  const entries = [hash];
  let at = 0;
  let heard: () => void = () => undefined;
  const router = createRouter({
    location: {
      get hash() {
        return entries[at] ?? '';
      },
    },
    history: {
      pushState: (_, __, url) => {
        entries.splice(at + 1, Infinity, String(url));
        at += 1;
      },
      replaceState: (_, __, url) => {
        entries[at] = String(url);
      },
    },
    onMoved: (hear) => {
      heard = hear;
    },
    keeper: webStorage(kept),
  });
  const move = (by: number) => {
    at += by;
    heard();
  };
  return {
    router,
    kept,
    address: () => entries[at],
    back: () => {
      move(-1);
    },
    forward: () => {
      move(1);
    },
  };
}

describe('the address', () => {
  it('leads back and forward through the places one has been to', () => {
    const { router, address, back, forward } = browser();
    expect(router.path.value).toEqual(['stage']);
    router.go('settings', 'mocks', '3');
    router.go('workspaces');
    expect(address()).toBe('#/workspaces');

    back();
    expect(router.path.value).toEqual(['settings', 'mocks', '3']);
    back();
    expect(router.path.value).toEqual(['stage']); // the bare address is the stage, wherever one was last
    forward();
    expect(router.path.value).toEqual(['settings', 'mocks', '3']);
  });

  it('is changed after something that took its time only for who is still there', () => {
    const { router, address } = browser();
    router.go('settings', 'triggers', 'new');
    const from = router.path.value;

    router.go('settings', 'webhooks', 'new');
    router.replaceFrom(from, 'settings', 'triggers', '1');
    expect(address()).toBe('#/settings/webhooks/new');

    router.replaceFrom(router.path.value, 'settings', 'webhooks', '2');
    expect(address()).toBe('#/settings/webhooks/2');
  });

  it('does not make a step for going where one is, nor for what is replaced', () => {
    const { router, address, back } = browser();
    router.go('settings');
    router.go('settings');
    router.replace('settings', 'channels');
    expect(address()).toBe('#/settings/channels');
    back();
    expect(router.path.value).toEqual(['stage']);
  });

  it('is remembered, of all and of each place; an address that is given counts more', () => {
    const before = browser();
    before.router.go('settings', 'agents', '2');
    before.router.go('workspaces');

    const after = browser('', before.kept);
    expect(after.router.path.value).toEqual(['workspaces']);
    expect(after.address()).toBe('#/workspaces');
    expect(after.router.lastIn('settings')).toEqual(['settings', 'agents', '2']);
    expect(after.router.lastIn('stage')).toEqual(['stage']);
    expect(browser('#/stage', before.kept).router.path.value).toEqual(['stage']);
  });

  it('of another kind, such as that of a link with a conversation in it, is left alone', () => {
    const kept = new Map([['rehearsal.places', '{"":"#/settings"}']]);
    const { router, address } = browser('#v1.abc', kept);
    expect(router.path.value).toEqual(['stage']);
    expect(address()).toBe('#v1.abc');
  });

  it.each(['{', '7', 'null', '{"":7,"settings":{}}', '{"":"nonsense"}'])(
    'that was kept as %s is as if it had not been kept',
    (text) => {
      const { router } = browser('', new Map([['rehearsal.places', text]]));
      expect(router.path.value).toEqual(['stage']);
      expect(router.lastIn('settings')).toEqual(['settings']);
    },
  );

  it('names every path, whatever is in it, and half an escape is shown as it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }), { minLength: 1, maxLength: 4 }),
        (path) => {
          fc.pre(path.every((segment) => segment.isWellFormed()));
          expect(pathOf(hrefOf(path))).toEqual(path);
        },
      ),
    );
    expect(pathOf('#/settings/%E0%A4%A')).toEqual(['settings', '%E0%A4%A']);
    expect(pathOf('#/')).toBeNull();
    expect(pathOf('')).toBeNull();
  });
});
