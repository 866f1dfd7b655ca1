/** `fetch`, as far as a bot needs it. */
export const guestFetch = String.raw`
  const statusTexts = {
    200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content', 301: 'Moved Permanently', 302: 'Found',
    304: 'Not Modified', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found',
    405: 'Method Not Allowed', 409: 'Conflict', 422: 'Unprocessable Content', 429: 'Too Many Requests',
    500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
  };

  const pairsOf = (headers) => {
    if (headers === null || headers === undefined) return [];
    const pairs = typeof headers[Symbol.iterator] === 'function' ? [...headers] : entries(headers);
    return pairs.map(([name, value]) => [TextOf(name), TextOf(value)]);
  };

  const headersOf = (pairs) => {
    const byName = new MapOf(pairs.map(([name, value]) => [name.toLowerCase(), value]));
    const headers = {};
    hidden(headers, 'get', (name) => byName.get(TextOf(name).toLowerCase()) ?? null);
    hidden(headers, 'has', (name) => byName.has(TextOf(name).toLowerCase()));
    hidden(headers, 'forEach', (action) => byName.forEach((value, name) => action(value, name, headers)));
    hidden(headers, 'entries', () => byName.entries());
    hidden(headers, 'keys', () => byName.keys());
    hidden(headers, 'values', () => byName.values());
    hidden(headers, Symbol.iterator, () => byName.entries());
    return headers;
  };

  const responseOf = ({ status, headers, body, url }) => {
    let isUsed = false;
    const use = (read) => () =>
      promised(() => {
        if (isUsed) throw new TypeError('The body of this answer was read before; keep what text() or json() gave.');
        isUsed = true;
        return read(body);
      });
    const response = {
      ok: status >= 200 && status < 300,
      status,
      statusText: statusTexts[status] ?? '',
      url,
      headers: headersOf(headers),
    };
    shown(response, 'bodyUsed', () => isUsed, undefined);
    hidden(response, 'text', use((text) => text));
    hidden(response, 'json', use((text) => tools.parse(text)));
    return response;
  };

  const fetch = (resource, options) =>
    promised(() => {
      const { method = 'GET', headers, body, redirect = 'follow' } = options ?? {};
      const verb = TextOf(method).toUpperCase();
      const hasBody = body !== undefined && body !== null;
      if (hasBody && (verb === 'GET' || verb === 'HEAD')) {
        throw new TypeError('fetch: a ' + verb + ' has no body. Give the method, such as { method: "POST" }.');
      }
      const answer = host.fetch({
        method: verb,
        url: TextOf(resource?.url ?? resource),
        headers: pairsOf(headers),
        body: hasBody ? TextOf(body) : '',
        follow: redirect === 'follow',
      });
      return responseOf(answer);
    });
`;
