import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Site } from '../fixtures/site';

interface Mail {
  to: string;
  subject: string;
  links: string[];
}

interface Fault {
  kind: 'slow' | 'error' | 'rate-limit' | 'reset' | 'refuse';
  path?: string;
  times?: number;
  ms?: number;
}

export interface Account {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** An address that nobody has used in this run. */
export function newAddress(domain = 'example.org'): string {
  return `reader-${randomUUID().slice(0, 8)}@${domain}`;
}

/** The local Identity from outside: its mailbox, its admin API, its faults and its clock. Speaks HTTP only. */
export class Identity {
  constructor(private readonly site: Site) {}

  /** The link of the newest mail to this address whose hash has this key; waits until it is there. */
  async link(to: string, key: string): Promise<string> {
    const find = async () => {
      const mails = await this.mails(to);
      return mails.flatMap(({ links }) => links).find((link) => link.includes(`#${key}=`)) ?? null;
    };
    await expect.poll(find, { message: `a mail with ${key} to ${to}` }).not.toBeNull();
    return String(await find());
  }

  mails(to: string): Promise<Mail[]> {
    return this.control('GET', `/__local/mail.json?to=${encodeURIComponent(to)}`);
  }

  fault(fault: Fault): Promise<unknown> {
    return this.control('POST', '/__local/faults', fault);
  }

  endFaults(): Promise<unknown> {
    return this.control('DELETE', '/__local/faults');
  }

  advance(hours: number): Promise<unknown> {
    return this.control('POST', '/__local/clock', { advanceSeconds: hours * 3600 });
  }

  /** Which outside sign-in services are on; two by default. */
  providers(names: string[]): Promise<unknown> {
    return this.control('POST', '/__local/providers', { providers: names });
  }

  /** Ends faults, puts the clock right and the two services on. */
  async calm(): Promise<void> {
    await this.endFaults();
    await this.providers(['google', 'github']);
    await this.control('POST', '/__local/clock', { now: new Date().toISOString() });
  }

  /** A confirmed account, made by the operator: no event fires for it. */
  async account(options: { name?: string; roles?: string[] } = {}): Promise<Account> {
    const { name = 'Oona Reyes', roles = ['member'] } = options;
    const email = newAddress();
    const password = `word ${randomUUID()}`;
    const user = { email, password, confirm: true, user_metadata: { full_name: name } };
    const { id } = await this.operator<{ id: string }>('POST', '/admin/users', user);
    await this.operator('PUT', `/admin/users/${id}`, { app_metadata: { roles } });
    return { id, name, email, password };
  }

  /** Asks for a recovery mail, as the form does. */
  recover(email: string): Promise<unknown> {
    return ask('POST', `${this.site.identityUrl}/recover`, { email });
  }

  /** Any call with the operator's rights, such as `operator('POST', '/invite', { email })`. */
  operator<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const authorization = `Bearer ${this.site.operatorToken}`;
    return ask<T>(method, this.site.identityUrl + path, body, { authorization });
  }

  private control<T>(method: string, path: string, body?: unknown): Promise<T> {
    return ask<T>(method, this.site.identityControlUrl + path, body);
  }
}

async function ask<T>(method: string, url: string, body?: unknown, headers = {}): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
