import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { ask, type Answer, type Request } from './http';
import type { HookServer } from './webhook-server';
import { startServer, type Target } from './target';
import { tokensOf, userOf, type Tokens, type WireUser } from './wire';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
}

export interface Member {
  id: string;
  email: string;
  password: string;
}

/** What one check works with: a server, and people of its own. */
export class Probe {
  readonly #cleanups: (() => Promise<unknown>)[] = [];
  /** Part of every address of this check, to find its people again. */
  readonly tag = `c${randomBytes(5).toString('hex')}`;
  #count = 0;

  constructor(readonly target: Target) {}

  get hooks(): HookServer {
    return this.target.hooks;
  }

  ask(path: string, request?: Request): Promise<Answer> {
    return ask(this.target.url + path, request);
  }

  operator(path: string, request: Request = {}): Promise<Answer> {
    return this.ask(path, { bearer: this.target.operatorToken, ...request });
  }

  newEmail(): string {
    this.#count += 1;
    return `${this.tag}.${this.#count}@contract.example`;
  }

  signup(email: string, fields: Record<string, unknown> = {}): Promise<Answer> {
    return this.ask('/signup', { json: { email, password: 'correct horse', ...fields } });
  }

  /** A confirmed account, made by the operator: the same in both modes, and without events. */
  async member(fields: Record<string, unknown> = {}): Promise<Member> {
    const json = { email: this.newEmail(), password: 'correct horse', confirm: true, ...fields };
    const user = userOf(await this.operator('/admin/users', { json }));
    return { id: user.id, email: user.email, password: json.password };
  }

  passwordGrant(email: string, password: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('/token', { form: { grant_type: 'password', username: email, password }, headers });
  }

  async signIn(member: Member): Promise<Tokens> {
    return tokensOf(await this.passwordGrant(member.email, member.password));
  }

  refresh(refreshToken: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('/token', {
      form: { grant_type: 'refresh_token', refresh_token: refreshToken },
      headers,
    });
  }

  async signedIn(fields: Record<string, unknown> = {}): Promise<Member & { tokens: Tokens }> {
    const member = await this.member(fields);
    return { ...member, tokens: await this.signIn(member) };
  }

  async user(accessToken: string): Promise<WireUser> {
    return userOf(await this.ask('/user', { bearer: accessToken }));
  }

  /** Newest first. */
  async mails(to: string): Promise<Mail[]> {
    const answer = await ask(`${this.target.mailUrl}?to=${encodeURIComponent(to)}`);
    return answer.json as Mail[];
  }

  /** The token in the newest mail to this address, after `name=` in its link. */
  async mailedToken(to: string, name: string): Promise<string> {
    const [mail] = await this.mails(to);
    const link = mail?.links.find((item) => item.includes(`#${name}=`)) ?? '';
    expect(link, `a mail to ${to} with #${name}=`).not.toBe('');
    return link.slice(link.indexOf('=') + 1);
  }

  /** An invited person and the token of the mail. */
  async invited(data?: Record<string, unknown>): Promise<{ email: string; token: string }> {
    const email = this.newEmail();
    userOf(await this.operator('/invite', { json: { email, data } }));
    return { email, token: await this.mailedToken(email, 'invite_token') };
  }

  /** Someone who signed up where addresses are confirmed, and the token of the mail. */
  async unconfirmed(): Promise<{ email: string; token: string }> {
    const email = this.newEmail();
    userOf(await this.signup(email));
    return { email, token: await this.mailedToken(email, 'confirmation_token') };
  }

  verify(json: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('/verify', { json, headers });
  }

  get secret(): string {
    if (this.target.secret === null) throw new Error('This check must declare the need "secret".');
    return this.target.secret;
  }

  /** Moves the server's clock; it is put right after the check. */
  async advance(seconds: number): Promise<void> {
    const url = `${this.target.controlUrl}/__local/clock`;
    this.#cleanups.push(() => ask(url, { json: { now: new Date().toISOString() } }));
    const answer = await ask(url, { json: { advanceSeconds: seconds } });
    expect(answer.status).toBe(200);
  }

  /** Another server with other options, stopped after the check. */
  async server(...flags: string[]): Promise<Probe> {
    const server = await startServer(flags);
    this.#cleanups.push(() => server.stop());
    const { url, controlUrl, operatorToken, jwtSecret } = server;
    const mailUrl = `${controlUrl}/__local/mail.json`;
    return new Probe({ ...this.target, url, controlUrl, operatorToken, mailUrl, secret: jwtSecret });
  }

  async cleanUp(): Promise<void> {
    for (const cleanup of this.#cleanups.splice(0)) await cleanup();
  }
}
