import { randomUUID } from 'node:crypto';
import { required } from './stage';

export type Role = 'admin' | 'enroller' | 'operator' | 'auditor';

export interface Account {
  id: string;
  username: string;
  password: string;
}

/** The Keycloak of the tests, as its administrator sees it. */
export class Accounts {
  private constructor(private readonly server: string) {}

  /** @param console where the console is served, so that people may come back there */
  static async open(console: string): Promise<Accounts> {
    const accounts = new Accounts(new URL(required('JANUA_TEST_OIDC_ISSUER')).origin);
    const [client] = await (await accounts.ask('/clients?clientId=janua-console')).json();
    await accounts.ask(`/clients/${client.id}`, 'PUT', {
      ...client,
      redirectUris: [...client.redirectUris, `${console}/*`],
      webOrigins: [...client.webOrigins, console],
      attributes: { ...client.attributes, 'post.logout.redirect.uris': `${console}/*` },
    });
    return accounts;
  }

  async create(role: Role): Promise<Account> {
    const account = { username: `${role}-${randomUUID().slice(0, 8)}`, password: randomUUID() };
    const created = await this.ask('/users', 'POST', {
      username: account.username,
      enabled: true,
      attributes: { tenant: ['default'] },
      credentials: [{ type: 'password', value: account.password }],
    });
    const id = created.headers.get('Location')!.split('/').at(-1)!;
    const granted = await (await this.ask(`/roles/${role}`)).json();
    await this.ask(`/users/${id}/role-mappings/realm`, 'POST', [granted]);
    return { id, ...account };
  }

  /** Ends every session of the account, as an administrator does who throws somebody out. */
  async signOut(account: Account): Promise<void> {
    await this.ask(`/users/${account.id}/logout`, 'POST');
  }

  private async ask(path: string, method = 'GET', body?: unknown): Promise<Response> {
    const answer = await fetch(`${this.server}/admin/realms/janua${path}`, {
      method,
      headers: { Authorization: `Bearer ${await this.token()}`, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`Keycloak answers ${answer.status} to ${method} ${path}`);
    }
    return answer;
  }

  private async token(): Promise<string> {
    const [username, password] = required('JANUA_TEST_KEYCLOAK_ADMIN').split(/:(.*)/s);
    const answer = await fetch(`${this.server}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'admin-cli',
        username: username!,
        password: password!,
      }),
    });
    return (await answer.json()).access_token;
  }
}
