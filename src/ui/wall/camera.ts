type Detector = { detect(from: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Whether the browser reads codes from a camera by itself. */
export const canScan = (): boolean =>
  // Without a secure context there is no camera, whatever its type says.
  detectorClass() !== undefined && 'mediaDevices' in navigator;

/** How often a picture is looked at, in milliseconds. */
const every = 250;

/** Shows the camera and tells each code in it, until what it returns is called; `failed` when it may not be used. */
export function scan(video: HTMLVideoElement, tell: (text: string) => void, failed: () => void): () => void {
  let isOver = false;
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const start = async () => {
    const Detector = detectorClass();
    if (Detector === undefined) throw new Error('This browser reads no codes.');
    const detector = new Detector({ formats: ['qr_code'] });
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (isOver) {
      stop();
      return;
    }
    video.srcObject = stream;
    await video.play();
    const look = async () => {
      for (const { rawValue } of await detector.detect(video).catch(() => [])) tell(rawValue);
      if (!isOver) timer = setTimeout(() => void look(), every);
    };
    await look();
  };
  start().catch(() => {
    if (!isOver) failed();
    stop();
  });
  return stop;
}
