import { Fragment } from 'react';
import { Link } from 'react-router';

const MOST = 8;

/** Names with commas between them, each leading to what it names; a long list is cut. */
export function Links({ names, to }: { names: string[]; to: (name: string) => string }) {
  return (
    <span>
      {names.slice(0, MOST).map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <Link to={to(name)}>{name}</Link>
        </Fragment>
      ))}
      {names.length > MOST && ` +${names.length - MOST}`}
    </span>
  );
}
