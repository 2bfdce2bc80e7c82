import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './http';
import { startServer, type ServerProcess } from './target';

/** The page that stands in for a provider, and the switch: both are ours, no part of GoTrue. */

let server: ServerProcess;

beforeAll(async () => {
  server = await startServer(['--providers=google']);
});
afterAll(() => server.stop());

const api = (path: string, request?: Parameters<typeof ask>[1]) => ask(server.url + path, request);
const control = (path: string, request?: Parameters<typeof ask>[1]) =>
  ask(`${server.controlUrl}/__local${path}`, request);

describe('outside providers', () => {
  const switchTo = (providers: unknown) => control('/providers', { json: { providers } });
  const external = async () =>
    ((await api('/settings')).json as { external: Record<string, boolean> }).external;

  it('are switched while it runs, and put right by a reset', async () => {
    expect((await control('/providers')).json).toEqual({ providers: ['google'] });
    expect((await switchTo(['github'])).json).toEqual({ providers: ['github'] });
    expect(await external()).toMatchObject({ google: false, github: true, email: true });
    await control('/reset', { method: 'POST' });
    expect(await external()).toMatchObject({ google: true, github: false });
    expect((await switchTo(['mastodon'])).json).toEqual({
      error: 'Send {"providers": ["google"]}, an empty list for none.',
    });
  });

  it('have a page to choose a person on, safe against a state with markup', async () => {
    const page = await control('/provider/google?state=%22%3E%3Cscript%3E');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('Stands in for Google on this machine');
    expect(page.text).toContain('value="&#34;&gt;&lt;script&gt;"');
    expect((await control('/provider/google')).status).toBe(400);
    expect((await control('/provider/mastodon?state=x')).status).toBe(404);
  });

  it('send back to this site alone, and take no form from a page of another', async () => {
    const form = { state: 's', email: 'a@local.example', redirect_uri: 'https://elsewhere.example/' };
    const answer = await control('/provider/google', { form });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(
      /^http:\/\/localhost:8888\/\.netlify\/identity\/callback\?state=s&code=[A-Za-z0-9_-]{22}$/,
    );
    const foreign = { Origin: 'https://elsewhere.example' };
    expect((await control('/provider/google', { form, headers: foreign })).status).toBe(403);
  });

  it('are known by name, or the start is refused in one sentence', async () => {
    await expect(startServer(['--providers=mastodon'])).rejects.toThrow(
      'exit 1: "mastodon" is no outside provider: choose of bitbucket, facebook, github, gitlab, google, or none.',
    );
  });
});
