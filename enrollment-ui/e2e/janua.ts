import { readFileSync } from 'node:fs';
import type { Stage } from './stage';

/** The API, for what a test needs before it looks at the console. */
export class Janua {
  constructor(private readonly stage: Stage) {}

  async gallery(name: string, policy: Record<string, unknown> = {}): Promise<void> {
    await this.json('POST', '/galleries', {
      name,
      policy: { imageRetention: 'crop', consentTextVersion: '1', consentText: 'You may keep my picture.', ...policy },
    });
  }

  /** A subject with a consent and, from each path, a face. */
  async person(gallery: string, id: string, name: string, pictures: string[]): Promise<void> {
    const path = `/galleries/${gallery}/subjects/${id}`;
    await this.json('PUT', path, { name });
    await this.json('POST', `${path}/consents`, { textVersion: '1', channel: 'paper' });
    for (const picture of pictures) {
      await this.send('POST', `${path}/faces`, readFileSync(picture), 'image/jpeg');
    }
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by the test that knows the answer
  async get(path: string): Promise<any> {
    return (await this.send('GET', path)).json();
  }

  async json(method: string, path: string, body: unknown): Promise<Response> {
    return this.send(method, path, JSON.stringify(body), 'application/json');
  }

  async send(method: string, path: string, body?: BodyInit, type?: string): Promise<Response> {
    const answer = await fetch(`${this.stage.url}/v1${path}`, {
      method,
      headers: { 'X-API-Key': this.stage.key, ...(type ? { 'Content-Type': type } : {}) },
      body,
    });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer;
  }
}
