import { expect, it } from 'vitest';
import { curlExample } from './curl';

it('shows a call that the key may make, in a gallery that it may touch', () => {
  const key = { operations: ['galleries.read', 'verify'], galleries: ['north'], secret: 'janua_abc' };
  expect(curlExample(key, 'https://janua.example')).toBe(
    `export JANUA_KEY='janua_abc'\n` +
      `curl -H "X-API-Key: $JANUA_KEY" -F image=@face.jpg "https://janua.example/v1/galleries/north/verify?subject=SUBJECT"`,
  );
});

it('asks at a door with a key of a door', () => {
  expect(curlExample({ operations: ['access.decide'], galleries: ['north'], secret: 'x' }, 'http://h')).toContain(
    'http://h/v1/access/points/POINT/decisions',
  );
});

it('asks who it is where a key can do nothing that is worth an example', () => {
  expect(curlExample({ operations: ['keys.rotate'], secret: 'x' }, 'http://h')).toContain('http://h/v1/me');
});
