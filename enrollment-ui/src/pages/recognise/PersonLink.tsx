import { Link } from 'react-router';
import { useMay } from '@/auth/me';
import { personPath } from '@/pages/people/paths';

/** A name that leads to the person, for those who may go there. */
export function PersonLink({ gallery, subject, name }: { gallery: string; subject: string; name: string }) {
  return useMay()('subjects.read') ? <Link to={personPath(gallery, subject)}>{name}</Link> : <>{name}</>;
}
