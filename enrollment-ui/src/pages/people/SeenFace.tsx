import { useEffect, useRef, useState } from 'react';
import { FaceImage } from '@/components/FaceImage';

/**
 * The face of somebody in a list, fetched when it comes into sight: a list may be long, and each look at a picture stands
 * in the audit log.
 */
export function SeenFace(props: Parameters<typeof FaceImage>[0] & { size: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (changes) => {
        if (changes.some((change) => change.isIntersecting)) {
          setSeen(true);
          observer.disconnect();
        }
      },
      { rootMargin: '100px' },
    );
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <span ref={place}>
      {seen || !props.face ? (
        <FaceImage {...props} />
      ) : (
        <span className="janua-face janua-no-face" style={{ width: props.size, height: props.size }} />
      )}
    </span>
  );
}
