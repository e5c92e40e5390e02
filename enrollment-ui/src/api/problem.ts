/** Why a request was refused (RFC 9457), with Janua's stable code, the field and the remedy. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly remedy?: string,
    readonly field?: string,
    /** Members that some codes add. */
    readonly more: Record<string, unknown> = {},
    readonly requestId?: string,
    /** When it is worth asking again, where the service says so. */
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }

  static from(response: Response, body: unknown): ApiProblem {
    const { code, detail, remedy, field, ...more } = (typeof body === 'object' && body ? body : {}) as Record<
      string,
      unknown
    >;
    return new ApiProblem(
      response.status,
      text(code) ?? `http_${response.status}`,
      text(detail) ?? response.statusText,
      text(remedy),
      text(field),
      more,
      response.headers.get('X-Request-Id') ?? undefined,
      Number(response.headers.get('Retry-After')) || undefined,
    );
  }

  /** Nobody answered: the network or the service is away. */
  static unreachable(): ApiProblem {
    return new ApiProblem(0, 'unreachable', 'The service does not answer.', 'It is asked again until it does.');
  }

  /** Whether trying again may help without anybody changing anything. */
  get passing(): boolean {
    return (
      this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504 || this.status === 429
    );
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}
