import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The checkout. */
export const ROOT = path.resolve(import.meta.dirname, '../../..');

export const inCheckout = (...parts) => path.join(ROOT, ...parts);

export const text = (...parts) => readFileSync(inCheckout(...parts), 'utf8');

/** For `test(…, { skip })`: the reason where there is no such program, else false. */
export const without = (variable, reason) => (process.env[variable] ? false : `skipped: ${reason}`);
