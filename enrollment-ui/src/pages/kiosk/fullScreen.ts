export function canShowFullScreen(): boolean {
  return document.fullscreenEnabled && !document.fullscreenElement;
}

/** Where the browser refuses, the page is good without. */
export function showFullScreen() {
  if (canShowFullScreen()) {
    document.documentElement.requestFullscreen().catch(() => {});
  }
}

export function onFullScreen(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}
