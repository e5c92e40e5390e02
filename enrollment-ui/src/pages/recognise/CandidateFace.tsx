import { FaceImage } from '@/components/FaceImage';
import { useKnownPerson } from './useKnownPerson';

/** Somebody's newest picture. */
export function CandidateFace({
  gallery,
  subject,
  name,
  size,
}: {
  gallery: string;
  subject: string;
  name: string;
  size: number;
}) {
  const person = useKnownPerson({ gallery, subject });
  return <FaceImage gallery={gallery} subject={subject} face={person?.portrait} name={name} size={size} />;
}
