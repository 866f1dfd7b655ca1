/* Works without the app's own code: it is for the day on which that code does not start. */
(() => {
  const scope = new URL('./', document.baseURI).href;

  async function reset() {
    const registration = await navigator.serviceWorker?.getRegistration(scope);
    if (registration?.scope === scope) await registration.unregister();
    for (const name of await caches.keys()) {
      if (name === `rehearsal-previous-${scope}` || name.startsWith(`rehearsal-precache-v2-${scope}#`)) {
        await caches.delete(name);
      }
    }
  }

  const done = document.getElementById('done');
  document.getElementById('reset').addEventListener('click', () => {
    reset().then(
      () => (done.textContent = 'Done. Go to the app while you are online.'),
      (error) => (done.textContent = `That did not work: ${error.message}`),
    );
  });
})();
