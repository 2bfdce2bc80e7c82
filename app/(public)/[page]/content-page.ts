import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cinema } from '@/lib/cinema';

/** A content page, written in Markdown. */
export interface ContentPage {
  title: string;
  /** Its first paragraph, for search engines. */
  description: string;
  /** All but the title. */
  body: Root;
}

const FOLDER = join(process.cwd(), 'app/(public)/[page]/_content');

/** `visit`, `access`, …: every Markdown file of this folder is a page of that name. Read while building alone. */
export async function listContentPages(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -'.md'.length));
}

export async function readContentPage(name: string): Promise<ContentPage> {
  return toContentPage(`${name}.md`, await readFile(join(FOLDER, `${name}.md`), 'utf8'));
}

/** Throws, and so ends the build with a sentence, for a page without a title or a first paragraph. */
export function toContentPage(file: string, markdown: string): ContentPage {
  const { children, ...root } = fromMarkdown(interpolate(file, markdown));
  const [title, ...rest] = children;
  if (title?.type !== 'heading' || title.depth !== 1)
    throw new Error(`${file} has to begin with its title, as in "# Visit".`);
  const first = rest.find(({ type }) => type === 'paragraph');
  if (!first) throw new Error(`${file} needs a paragraph under its title.`);
  return { title: textContent(title), description: textContent(first), body: { ...root, children: rest } };
}

/** Placeholders that a page can use in double braces; their values are in `lib/cinema.ts`. */
const facts: Record<string, string> = {
  name: cinema.name,
  street: cinema.address.street,
  city: cinema.address.city,
  postalCode: cinema.address.postalCode,
  email: cinema.email,
  phone: cinema.phone,
  phoneLink: cinema.phone.replaceAll(' ', ''),
  boxOffice: cinema.boxOffice,
  accessNote: cinema.accessNote,
};

/** Replaces placeholders such as `{{name}}`. Throws for an unknown one. */
export function interpolate(file: string, markdown: string): string {
  return markdown.replace(/\{\{\s*(\w*)\s*\}\}/g, (place, name: string) => {
    const fact = facts[name];
    if (fact !== undefined) return fact;
    throw new Error(`${file} asks for ${place}, which is none of ${Object.keys(facts).join(', ')}.`);
  });
}

/** The plain text of a piece of Markdown. */
export function textContent(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textContent).join('').replaceAll('\n', ' ') : '';
}
