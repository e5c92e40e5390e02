import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The repository. */
export const ROOT = here('../..');
/** What the tests leave behind. */
export const TARGET = here('../../target/console');
/** Pictures of people who do not exist: a folder a person. */
export const PEOPLE = here('../../src/demo');
/** Pictures of the same people that the demonstration does not enrol. */
export const PROBES = here('../../src/test/resources/synthetic-people');
/** Pictures that the documents show; written only on request. */
export const DOCUMENTS = here('../../docs/images');
