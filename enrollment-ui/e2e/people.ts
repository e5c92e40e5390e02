import { readdirSync, readFileSync } from 'node:fs';
import type { Janua } from './janua';
import { PEOPLE } from './places';

export interface DrawnPerson {
  id: string;
  name: string;
  /** Paths, three of each. */
  pictures: string[];
}

/** The people of the demonstration, none of whom exists. */
export const DRAWN: DrawnPerson[] = readFileSync(`${PEOPLE}/subjects.csv`, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [id, name] = row.split(',') as [string, string];
    return { id, name, pictures: readdirSync(`${PEOPLE}/${id}`).map((file) => `${PEOPLE}/${id}/${file}`) };
  });

export function drawn(id: string): DrawnPerson {
  return DRAWN.find((person) => person.id === id)!;
}

/** A gallery of the first people, each with some of their pictures. */
export async function populate(janua: Janua, gallery: string, people: number, pictures = 1): Promise<void> {
  await janua.gallery(gallery);
  for (const person of DRAWN.slice(0, people)) {
    await janua.person(gallery, person.id, person.name, person.pictures.slice(0, pictures));
  }
}
