/** Whose credentials requests carry. One place, because requests are made outside of components too. */
export interface Credentials {
  /** Adds them to a request. */
  authorise(request: Request): Request;
  /** Called when the service refused them: true when there are good ones now. */
  renew(): Promise<boolean>;
}

let current: Credentials | undefined;
let renewing: Promise<boolean> | undefined;

export function setCredentials(credentials: Credentials | undefined) {
  current = credentials;
}

export function authorise(request: Request): Request {
  return current ? current.authorise(request) : request;
}

/** However many requests are refused at once, the person is asked once. */
export function renewCredentials(): Promise<boolean> {
  if (!current) {
    return Promise.resolve(false);
  }
  renewing ??= current.renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

export function withHeader(request: Request, name: string, value: string): Request {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return new Request(request, { headers });
}
