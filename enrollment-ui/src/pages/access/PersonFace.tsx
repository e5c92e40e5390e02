import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/auth/me';
import { fetchPerson } from '@/pages/people/person';
import { SeenFace } from '@/pages/people/SeenFace';

const KNOWN_FOR_MS = 300_000;

/** The face of somebody of whom only the id is known: which picture stands for them is asked first. */
export function PersonFace({
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
  const may = useMay();
  const person = useQuery({
    queryKey: ['portrait', gallery, subject],
    queryFn: () => fetchPerson({ gallery, subject }),
    enabled: may('subjects.read') && may('faces.read'),
    staleTime: KNOWN_FOR_MS,
    // Who passed may be erased by now.
    retry: false,
  });
  return <SeenFace gallery={gallery} subject={subject} face={person.data?.portrait} name={name} size={size} />;
}
