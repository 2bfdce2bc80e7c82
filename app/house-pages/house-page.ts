import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { fillIn } from './fill-in';
import { plainWords } from './plain-words';

/** A page that the house writes in Markdown. */
export interface HousePage {
  title: string;
  /** Its first paragraph, for search engines. */
  description: string;
  /** All but the title. */
  body: Root;
}

const FOLDER = join(process.cwd(), 'app/house-pages');

/** `visit`, `access`, …: every Markdown file of this folder is a page of that name. Read while building alone. */
export async function listHousePages(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -'.md'.length));
}

export async function readHousePage(name: string): Promise<HousePage> {
  return toHousePage(`${name}.md`, await readFile(join(FOLDER, `${name}.md`), 'utf8'));
}

/** Throws, and so ends the build with a sentence, for a page without a title or a first paragraph. */
export function toHousePage(file: string, markdown: string): HousePage {
  const { children, ...root } = fromMarkdown(fillIn(file, markdown));
  const [title, ...rest] = children;
  if (title?.type !== 'heading' || title.depth !== 1)
    throw new Error(`${file} has to begin with its title, as in "# Visit".`);
  const first = rest.find(({ type }) => type === 'paragraph');
  if (!first) throw new Error(`${file} needs a paragraph under its title.`);
  return { title: plainWords(title), description: plainWords(first), body: { ...root, children: rest } };
}
