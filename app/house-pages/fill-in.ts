import { cinema } from '@/lib/cinema';

/** What a page may name in double braces: the facts of the house stand in `lib/cinema.ts` alone. */
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

/** Puts the facts of the house in the places that name them, `{{name}}`. Throws for a name that it does not know. */
export function fillIn(file: string, markdown: string): string {
  return markdown.replace(/\{\{\s*(\w*)\s*\}\}/g, (place, name: string) => {
    const fact = facts[name];
    if (fact !== undefined) return fact;
    throw new Error(`${file} asks for ${place}, which is none of ${Object.keys(facts).join(', ')}.`);
  });
}
