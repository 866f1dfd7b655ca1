/** Everything of a worker that asks other hosts past `fetch`, or starts what does. */
const unneeded = [
  'EventSource',
  'SharedWorker',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
] as const;

/**
 * A worker inherits the policy of the page that boots it (reliability L9), and the page with the network has a wide one. No
 * worker needs it: requests to other services are made by the page, one by one. So a worker there takes from itself what a
 * stricter policy would have refused; the service worker refuses the same once more.
 */
export function ownOriginOnly(scope: Pick<WorkerGlobalScope, 'fetch' | 'origin'>): void {
  const ask = scope.fetch.bind(scope);
  const { origin } = scope;
  scope.fetch = (input, init) => {
    const request = new Request(input, init);
    return new URL(request.url).origin === origin
      ? ask(request)
      : Promise.reject(new TypeError('A worker asks nobody but the host of the app.'));
  };
  for (const name of unneeded) Reflect.set(scope, name, undefined);
}
