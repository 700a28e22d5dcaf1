import { type Account, admin, type Product } from './product.ts';

/** The HTTP interface as one signed-in person uses it from a script. */
export interface Api {
  readonly product: Product;
  /** Rejects with the answer's text unless it is a success. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** Posts a file as it is. */
  sendFile(path: string, bytes: Uint8Array): Promise<Response>;
}

/** Signs in by HTTP; the answers carry the session's cookie. */
export async function signInByApi(product: Product, account: Account = admin): Promise<Api> {
  const { url } = product;
  const { email, password } = account;
  const answer = await request(
    'POST',
    `${url}/api/auth/sign-in/email`,
    { origin: url, cookie: '', type: 'application/json' },
    JSON.stringify({ email, password }),
  );
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return {
    product,
    send: (method, path, body) =>
      request(
        method,
        url + path,
        { origin: url, cookie, type: 'application/json' },
        body === undefined ? undefined : JSON.stringify(body),
      ),
    sendFile: (path, bytes) =>
      request('POST', url + path, { origin: url, cookie, type: 'application/octet-stream' }, bytes),
  };
}

/** An account that the administrator makes, with a password that its person has chosen. */
export async function makeAccount(api: Api, name: string): Promise<Account> {
  const account = {
    name,
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@kpu.test`,
    password: 'rahasia-kantor-2',
  };
  const { email } = account;
  const made = await api.send('POST', '/api/users', { name, email });
  const { initialPassword } = (await made.json()) as { initialPassword: string };
  const person = await signInByApi(api.product, { ...account, password: initialPassword });
  await person.send('POST', '/api/auth/change-password', {
    currentPassword: initialPassword,
    newPassword: account.password,
  });
  return account;
}

/** Puts a file into the list and answers its id. */
export async function makeProcedure(api: Api, file: unknown): Promise<string> {
  const answer = await api.send('POST', '/api/procedures', file);
  const { id } = (await answer.json()) as { id: string };
  return id;
}

export async function share(
  api: Api,
  procedureId: string,
  { email }: Account,
  role: string,
): Promise<void> {
  await api.send('PUT', `/api/procedures/${procedureId}/members`, { email, role });
}

/** Takes the account's role away. */
export async function unshare(api: Api, procedureId: string, email: string): Promise<void> {
  const answer = await api.send('GET', `/api/procedures/${procedureId}/access`);
  const { members } = (await answer.json()) as {
    readonly members: readonly { readonly userId: string; readonly email: string }[];
  };
  const userId = members.find((member) => member.email === email)?.userId;
  await api.send('DELETE', `/api/procedures/${procedureId}/members/${userId}`);
}

interface Sender {
  readonly origin: string;
  readonly cookie: string;
  /** The body's media type. */
  readonly type: string;
}

async function request(
  method: string,
  url: string,
  { origin, cookie, type }: Sender,
  body?: string | Uint8Array,
): Promise<Response> {
  const answer = await fetch(url, {
    method,
    headers: {
      origin,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
  if (!answer.ok) throw new RangeError(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
