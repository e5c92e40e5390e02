/** Shows a camera's picture in a video element. @returns what ends it */
export function play(video: HTMLVideoElement, stream: MediaStream): () => void {
  video.srcObject = stream;
  // A play that is interrupted by another camera is begun anew with that one.
  video.play().catch(() => {});
  return () => {
    video.srcObject = null;
  };
}
