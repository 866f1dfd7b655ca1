/** Not answered for so many milliseconds, it is asked without a permit: then the service worker may refuse the request. */
const permitWait = 3000;

/** Has the service worker let one request of this page out (`sw.ts`); where there is none, the page's policy alone decides. */
export async function permit(method: string, url: string): Promise<void> {
  const controller = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  if (controller === null) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => {
      resolve();
    };
    setTimeout(resolve, permitWait);
    controller.postMessage({ type: 'PERMIT', method, url }, [port2]);
  });
  port1.close();
}
