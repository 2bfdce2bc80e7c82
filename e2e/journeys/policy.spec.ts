import { expect, test } from './fixtures';

/** What would stop markup that had got in all the same. */
test('the policy of a page stops what is not its own: attributes, styles, scripts, frames, pictures, forms', async ({
  browser,
  site,
}) => {
  // A context of its own: the refusals are console errors, which no other journey may have.
  const context = await browser.newContext({ baseURL: site.url });
  const asked: string[] = [];
  await context.route(
    (url) => url.origin !== site.url,
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  await page.goto('/visit');
  await page.evaluate(injectEverything, 'https://elsewhere.example/');
  const refused = () => page.evaluate(() => [...(window as unknown as Injected).refused].toSorted());
  await expect
    .poll(refused)
    .toEqual([
      'base-uri',
      'connect-src',
      'form-action',
      'frame-src',
      'img-src',
      'media-src',
      'object-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ]);
  // Asked in the page: a form that was not let away counts as a navigation for ever.
  const look = () => ({ ran: 'ran' in window, visibility: getComputedStyle(document.body).visibility });
  expect(await page.evaluate(look)).toEqual({ ran: false, visibility: 'visible' });
  expect(page.url()).toBe(`${site.url}/visit`);
  expect(asked).toEqual([]);
  await context.close();
});

interface Injected {
  /** The directives that have refused something. */
  refused: Set<string>;
}

/** Runs in the page. */
function injectEverything(elsewhere: string): void {
  const refused = new Set<string>();
  Object.assign(window, { refused });
  document.addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
  const markup = [
    '<img src="/icon.svg" onload="window.ran = true">',
    '<style>body { visibility: hidden }</style>',
    `<link rel="stylesheet" href="${elsewhere}">`,
    `<iframe src="${elsewhere}"></iframe>`,
    `<object data="${elsewhere}"></object>`,
    `<img src="${elsewhere}">`,
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    `<video src="${elsewhere}"></video>`,
    `<base href="${elsewhere}">`,
    `<form id="away" action="${elsewhere}"></form>`,
  ];
  document.body.insertAdjacentHTML('beforeend', markup.join(''));
  const script = document.createElement('script');
  script.src = elsewhere;
  document.body.append(script);
  document.querySelector<HTMLFormElement>('#away')?.submit();
  void fetch(elsewhere).catch(() => null);
  // Later, because what a test runs at once may do anything.
  // oxlint-disable-next-line no-eval -- that it is refused is what is looked at
  setTimeout(() => window.eval('window.ran = true'));
}
