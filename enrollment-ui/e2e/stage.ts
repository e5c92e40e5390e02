import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { ROOT } from './places';

/** The packaged service with a database of its own (io.janua.bench.ConsoleStage), which can be stopped and killed. */
export class Stage {
  private constructor(
    private readonly process: ChildProcessWithoutNullStreams,
    private readonly lines: AsyncIterator<string>,
    private readonly reader: Interface,
    readonly url: string,
    /** An API key that may do everything. */
    readonly key: string,
  ) {}

  static async open(): Promise<Stage> {
    const process_ = spawn(
      required('JANUA_STAGE_JAVA'),
      ['-cp', required('JANUA_STAGE_CLASSPATH'), 'io.janua.bench.ConsoleStage'],
      { cwd: ROOT },
    );
    let said = '';
    process_.stderr.on('data', (text) => {
      said += text;
    });
    const reader = createInterface({ input: process_.stdout });
    const lines = reader[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done) {
      throw new Error(`the service did not start: ${said}`);
    }
    const [url, key] = first.value.split(' ');
    return new Stage(process_, lines, reader, url!, key!);
  }

  /** As an administrator would. */
  stop = () => this.obey('stop');

  /** As a power failure would. */
  kill = () => this.obey('kill');

  start = () => this.obey('start');

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stdin.end();
    await gone;
    this.reader.close();
  }

  private async obey(word: string): Promise<void> {
    this.process.stdin.write(`${word}\n`);
    const answer = await this.lines.next();
    if (answer.value !== `done ${word}`) {
      throw new Error(`the stage answers ${JSON.stringify(answer)} to ${word}`);
    }
  }
}

export function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run these tests with ./janua test`);
  }
  return value;
}
