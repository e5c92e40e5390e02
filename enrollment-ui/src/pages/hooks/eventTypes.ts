/** What hooks can be told, as people think of it. */
export const EVENT_GROUPS: { name: string; types: string[] }[] = [
  {
    name: 'doors',
    types: ['access.granted', 'access.denied', 'access.blocked', 'access.taken', 'access.not_taken', 'access.mode'],
  },
  {
    name: 'people',
    types: ['face.enroll', 'face.delete', 'subject.erase', 'consent.give', 'consent.withdraw', 'import.finish'],
  },
  {
    name: 'models',
    types: ['model.drifted', 'model.steady'],
  },
];

export const TEST_EVENT = 'hook.test';

/** Of a type's texts; i18next takes a dot for a step down. */
export function eventKey(type: string): string {
  return `event.${type.replace('.', '_')}`;
}

/** Whether every one of these events belongs to a door, so that it makes sense to choose doors. */
export function canBeOfDoors(types: string[]): boolean {
  return types.length === 0 || types.some((type) => type.startsWith('access.'));
}
