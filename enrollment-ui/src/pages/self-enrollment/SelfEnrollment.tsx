import './self-enrollment.css';
import { useEffect, useState } from 'react';
import { ApplicantPage } from './ApplicantPage';
import { EndPage } from './EndPage';
import { actAs, takeSecret } from './invitation';
import { Invited } from './Invited';

/** Somebody who was invited agrees and enrols their own face, once, mostly on a telephone. */
export default function SelfEnrollment() {
  const [secret] = useState(() => {
    const taken = takeSecret(window.location, window.history, window.sessionStorage);
    if (taken) actAs(taken);
    return taken;
  });
  useEffect(() => {
    // Another link, opened in the same tab, changes nothing but what stands behind the #.
    const reload = () => window.location.reload();
    window.addEventListener('hashchange', reload);
    return () => window.removeEventListener('hashchange', reload);
  }, []);
  return <ApplicantPage>{secret ? <Invited /> : <EndPage end="noLink" />}</ApplicantPage>;
}
