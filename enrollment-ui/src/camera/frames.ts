/** One picture of a camera, as it is analysed and as it is enrolled: what was judged is what is kept. */
export interface Frame {
  picture: Blob;
  width: number;
  height: number;
  /** When the camera showed it, by performance.now(). */
  at: number;
}

const LONGER_SIDE = 640;
const QUALITY = 0.85;

/** The size at which a frame is sent: the service looks at faces at this size anyway. */
export function sizeOf(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGER_SIDE / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Takes frames of a video, all with one canvas. */
export function grabber(): (video: HTMLVideoElement) => Promise<Frame> {
  const canvas = document.createElement('canvas');
  // The pixels are read back each time, so they had better stay in ordinary memory.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
  return (video) => {
    const at = performance.now();
    const size = sizeOf(video.videoWidth, video.videoHeight);
    if (canvas.width !== size.width || canvas.height !== size.height) {
      Object.assign(canvas, size);
    }
    context.drawImage(video, 0, 0, size.width, size.height);
    return new Promise((resolve, reject) => {
      canvas.toBlob(
        (picture) =>
          picture ? resolve({ picture, ...size, at }) : reject(new Error('the frame could not be encoded')),
        'image/jpeg',
        QUALITY,
      );
    });
  };
}

/** Resolves when the video shows a new frame; never, when it has stopped. */
export function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const shown = () => (video.videoWidth > 0 ? resolve() : requestAnimationFrame(shown));
    if ('requestVideoFrameCallback' in video) {
      video.requestVideoFrameCallback(shown);
    } else {
      requestAnimationFrame(shown);
    }
  });
}
