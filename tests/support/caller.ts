/** An answer of the server, read to its end. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
}

interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of JSON. */
  readonly raw?: BodyInit;
}

/** Somebody who calls the HTTP interface: signed in by a cookie or a token, or a stranger. */
export interface Caller {
  /** What goes into the headers of a socket or another program. */
  readonly credentials: Readonly<Record<string, string>>;
  send(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** The `{ id }` of a new procedure. */
  addProcedure(file: unknown): Promise<string>;
  /** Throws where the server refuses. */
  signIn(account: { readonly email: string; readonly password: string }): Promise<Caller>;
  /** Makes an account as an administrator; its person signs in and chooses this password. */
  invite(account: NewAccount): Promise<Caller>;
  withToken(token: string): Caller;
}

interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export function createCaller(url: string, credentials: Record<string, string> = {}): Caller {
  async function send(
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, raw }: CallOptions = {},
  ): Promise<Answer> {
    const isJson = raw === undefined && body !== undefined;
    const answer = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...credentials,
        ...(isJson && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(isJson && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw }),
    });
    return toAnswer(answer);
  }

  return {
    credentials,
    send,
    get: (path) => send('GET', path),
    async addProcedure(file) {
      const { status, body } = await send('POST', '/api/procedures', file);
      if (status !== 201) throw new RangeError(`Not added: ${status} ${JSON.stringify(body)}`);
      return (body as { readonly id: string }).id;
    },
    async signIn({ email, password }) {
      const { status, headers } = await send('POST', '/api/auth/sign-in/email', {
        email,
        password,
      });
      if (status !== 200) throw new RangeError(`${email} could not sign in: ${status}`);
      return createCaller(url, { cookie: toCookieHeader(headers) });
    },
    async invite({ name, email, password }) {
      const made = await send('POST', '/api/users', { name, email });
      if (made.status !== 201) throw new RangeError(`Not invited: ${made.status}`);
      const { initialPassword } = made.body as { readonly initialPassword: string };
      const person = await createCaller(url).signIn({ email, password: initialPassword });
      const { status } = await person.send('POST', '/api/auth/change-password', {
        currentPassword: initialPassword,
        newPassword: password,
      });
      if (status !== 204) throw new RangeError(`No password of their own: ${status}`);
      return person;
    },
    withToken: (token) => createCaller(url, { authorization: `Bearer ${token}` }),
  };
}

async function toAnswer(answer: Response): Promise<Answer> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isJson = answer.headers.get('content-type')?.includes('json') && bytes.length > 0;
  const body: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  return { status: answer.status, headers: answer.headers, body, bytes };
}

/** The cookies that an answer sets, as a browser sends them back. */
export function toCookieHeader(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
