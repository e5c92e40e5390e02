import type { Schemas } from '@/api/client';

type Key = Pick<Schemas['ApiKey'], 'operations' | 'galleries' | 'secret'>;

/** A first call that this key may make, ready for a shell. */
export function curlExample(key: Key, origin: string): string {
  const gallery = encodeURIComponent(key.galleries?.[0] ?? 'GALLERY');
  const call = `curl -H "X-API-Key: $JANUA_KEY"`;
  const of = `${origin}/v1/galleries/${gallery}`;
  const examples: [operation: string, line: string][] = [
    ['identify', `${call} -F image=@face.jpg ${of}/identify`],
    ['verify', `${call} -F image=@face.jpg "${of}/verify?subject=SUBJECT"`],
    ['access.decide', `${call} -F image=@face.jpg ${origin}/v1/access/points/POINT/decisions`],
    ['enroll', `${call} -F image=@face.jpg ${of}/subjects/SUBJECT/faces`],
    ['detect', `${call} -F image=@face.jpg ${origin}/v1/detect`],
    ['subjects.read', `${call} ${of}/subjects`],
    ['audit.read', `${call} ${origin}/v1/audit/entries`],
  ];
  const line = examples.find(([operation]) => key.operations.includes(operation))?.[1] ?? `${call} ${origin}/v1/me`;
  return `export JANUA_KEY='${key.secret}'\n${line}`;
}
