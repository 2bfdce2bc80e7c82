import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const widths = [390, 1280];
const schemes = ['light', 'dark'] as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules that look at colours: all else is the same in the dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** No violation of WCAG 2.2 AA on the page as it stands, at 390 and 1280 px, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      // Without motion there is no colour on its way from one scheme to the other.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Drawings that are hidden from everything but the eye have thousands of shapes, and nothing to say.
      const axe = new AxeBuilder({ page }).exclude('.poster[aria-hidden="true"]');
      // In the page itself and not by way of a second one, which is for frames: there are none here.
      axe.setLegacyMode();
      const { violations } = await (
        colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)
      ).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}
