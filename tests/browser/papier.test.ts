import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { useSite } from './browser.ts';

const site = useSite();

/** Opens a page and keeps what it complains about: errors, and what the policy refused. */
async function open(path: string, options = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await site.open(path, options);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, complaints };
}
const printed = async (page: Page) =>
  (await extractText(new Uint8Array(await page.pdf({ preferCSSPageSize: true, format: 'A4' })), { mergePages: false })).text.map((sheet) => sheet.replace(/\s+/g, ' '));
const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

describe('a code on paper', () => {
  it.each([
    ['', 'bijgewerkt op'],
    ['#2020-01-01', 'De tekst is veranderd sinds je papier van 1 januari 2020'],
    ['#2099-01-01', 'nog actueel'],
    ['#gisteren', 'niet te lezen'],
    ['#2026-99-99', 'niet te lezen'],
  ])('with %j says: %s', async (hash, text) => {
    const { page, complaints } = await open(`k/A-21.html${hash}`);
    expect(await page.textContent('#papier')).toContain(text);
    expect(await page.getAttribute('a.door', 'href')).toBe('../algoritmes/op-je-handen-zitten.html');
    expect(complaints).toEqual([]);
  });
});

it.each(['afdrukken.html', 'k/A-21.html', 'afdrukken/deel-1.html'])('%s is open to everyone, light and dark', async (path) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await open(path, { colorScheme });
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
  }
});

describe('a whole part', () => {
  it('prints every card and case once, each on a sheet of its own', async () => {
    const { page } = await open('afdrukken/deel-1.html');
    const shown = await page.$$eval('.blad[id]', (parts) => parts.map(({ id }) => id));
    expect(new Set(shown).size).toBe(shown.length);
    const sheets = await printed(page);
    for (const code of shown.filter((id) => id.startsWith('A-')))
      expect(
        sheets.filter((sheet) => new RegExp(`^blad \\d+ van \\d+ ${code} `).test(sheet)),
        code,
      ).toHaveLength(1);
    expect(sheets.join(' ')).not.toMatch(/Hoofdmenu|Naar de inhoud/);
  });
});
