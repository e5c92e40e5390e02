/** One event of a stream. */
export interface StreamEvent {
  /** Its place in the stream; a stream can be gone on with from here. */
  id: string;
  type: string;
  /** As it was sent; JSON in Janua's streams. */
  data: string;
}

/** A line's end is CR LF, LF or CR; a CR that came last may be one half. */
const LINE_END = /\r\n|\n|\r(?!$)/;

/** Reads Server-Sent Events, piece by piece as they arrive (HTML Living Standard, section 9.2.6). */
export class EventStreamParser {
  private unread = '';
  private begun = false;
  private type = '';
  private data: string[] = [];
  private id: string;
  /** How long to wait before the stream is opened again, where the service said so. */
  retryMillis: number | undefined;

  constructor(lastId = '') {
    this.id = lastId;
  }

  /** Of the newest event, or whatever the stream began after. */
  get lastId(): string {
    return this.id;
  }

  /** @return the events that are complete now */
  read(piece: string): StreamEvent[] {
    this.unread += this.begun ? piece : piece.replace(/^\uFEFF/, '');
    this.begun ||= piece.length > 0;
    const lines = this.unread.split(LINE_END);
    this.unread = lines.pop()!;
    return lines.flatMap((line) => this.line(line) ?? []);
  }

  private line(line: string): StreamEvent | undefined {
    if (line === '') {
      return this.dispatch();
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    this.field(field, colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, ''));
    return undefined;
  }

  /** A comment is a field without a name, and like every unknown one it says nothing. */
  private field(name: string, value: string) {
    switch (name) {
      case 'event':
        this.type = value;
        break;
      case 'data':
        this.data.push(value);
        break;
      case 'id':
        if (!value.includes('\0')) this.id = value;
        break;
      case 'retry':
        if (/^\d+$/.test(value)) this.retryMillis = Number(value);
        break;
    }
  }

  private dispatch(): StreamEvent | undefined {
    const { type, data } = this;
    this.type = '';
    this.data = [];
    return data.length === 0 ? undefined : { id: this.id, type: type || 'message', data: data.join('\n') };
  }
}
