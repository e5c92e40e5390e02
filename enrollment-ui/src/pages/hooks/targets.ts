import type { TargetType } from './hooks-api';

export type FieldKind = 'url' | 'text' | 'number' | 'secret' | 'choice' | 'switch' | 'lines' | 'secretLines';

export interface TargetField {
  name: string;
  kind: FieldKind;
  required?: boolean;
  example?: string;
  /** Of a choice; the first is taken when nothing is said. */
  choices?: string[];
  /** Of a number. */
  least?: number;
  most?: number;
}

const URL_FIELD = { name: 'url', kind: 'url', required: true } as const;
const PASSWORD = { name: 'password', kind: 'secret' } as const;
const USERNAME = { name: 'username', kind: 'text' } as const;

/** What has to be known of each kind of target. The texts are target.<type>.<field>. */
export const TARGETS: Record<TargetType, TargetField[]> = {
  webhook: [{ ...URL_FIELD, example: 'https://hooks.example.com/janua' }],
  mqtt: [
    { ...URL_FIELD, example: 'mqtts://broker.example.com:8883' },
    { name: 'version', kind: 'choice', choices: ['v5', 'v3'] },
    USERNAME,
    PASSWORD,
    { name: 'caCertificate', kind: 'lines', example: '-----BEGIN CERTIFICATE-----' },
    { name: 'prefix', kind: 'text', example: 'house/janua' },
    { name: 'homeAssistant', kind: 'switch' },
  ],
  shelly: [
    { ...URL_FIELD, example: 'http://192.168.1.20' },
    { name: 'output', kind: 'number', least: 0, most: 15, example: '0' },
    PASSWORD,
  ],
  '2n': [
    { ...URL_FIELD, example: 'https://192.168.1.30' },
    { name: 'output', kind: 'number', least: 1, most: 4, example: '1' },
    USERNAME,
    PASSWORD,
  ],
  http: [
    { name: 'method', kind: 'choice', choices: ['GET', 'POST', 'PUT'] },
    { ...URL_FIELD, example: 'http://192.168.1.40/open?door=1&seconds={openSeconds}' },
    { name: 'headers', kind: 'secretLines', example: 'Authorization: Bearer …' },
    { name: 'body', kind: 'lines', example: '{"door": "{point}", "for": {openSeconds}}' },
  ],
  onvif: [
    { ...URL_FIELD, example: 'https://192.168.1.50/onvif/accesscontrol' },
    { name: 'accessPointToken', kind: 'text', required: true, example: 'AccessPoint1' },
    USERNAME,
    PASSWORD,
  ],
};

export const TARGET_TYPES = Object.keys(TARGETS) as TargetType[];

const GRANTS = ['access.granted'];
const DECISIONS = [...GRANTS, 'access.denied', 'access.blocked'];

/** A device at a door acts on what it is told, so it is told what it acts on, and of nothing that is over. */
const ACTS_ON: Partial<Record<TargetType, string[]>> = { shelly: GRANTS, '2n': GRANTS, http: GRANTS, onvif: DECISIONS };

/** @returns undefined where it is for people to choose */
export function actsOn(type: TargetType): string[] | undefined {
  return ACTS_ON[type];
}

/** Some devices are told that they are to open, and nothing else. */
export function carriesData(type: TargetType): boolean {
  return type === 'webhook' || type === 'mqtt' || type === 'http';
}

/** Of a device that is known, a test asks how it is; an unknown one gets what a grant would send. */
export function isMovedByTest(type: TargetType): boolean {
  return type === 'http';
}

export function isTargetType(text: string | null): text is TargetType {
  return text !== null && text in TARGETS;
}
