/**
 * The cinema's settings. A cinema that forks the project edits this file, and the site, the mails and the calendar follow.
 * Everything here is public and reaches the browser.
 */

/** Days and clock times on the site are those of this IANA time zone; the store and the wire use UTC. */
export const CINEMA_TIME_ZONE = 'Europe/Dublin';

export const cinema = {
  name: 'Marquee',
  /** One line under the name where a stranger meets it: page descriptions, mails. */
  strapline: 'An independent cinema with three screens',
  address: { street: '14 Lantern Street', postalCode: 'D08 X2Y3', city: 'Dublin', countryCode: 'IE' },
  email: 'house@marquee.example',
  phone: '+353 1 555 0142',
  timeZone: CINEMA_TIME_ZONE,
  /** BCP 47 locale of dates, times and prices. */
  locale: 'en-IE',
  /** ISO 4217 currency of all prices. */
  currency: 'EUR',
  /**
   * Price categories: prices and orders contain their ids, the site shows their labels. `taxRate` is in percent,
   * included in the price.
   */
  priceCategories: [
    { id: 'full', label: 'Full price', taxRate: 9 },
    { id: 'concession', label: 'Concession', taxRate: 9 },
    { id: 'child', label: 'Child', taxRate: 9 },
  ],
  /** How tickets are sold, unless a screening says otherwise. */
  sale: {
    opensDaysBefore: 60,
    closesMinutesAfterStart: 15,
    /** Until then members cancel online; staff can do it always. */
    cancelUntilMinutesBefore: 60,
    /** From then on companion seats are sold to everybody. */
    companionReleaseMinutesBefore: 60,
    maxTicketsPerMember: 8,
    holdMinutes: 10,
    /** With the one extension. */
    holdMinutesAtMost: 30,
  },
  /** Trailers and what else runs before a film: a screening ends so much later than its film is long. */
  trailerMinutes: 15,
  boxOffice: 'Opens 30 minutes before the first film, closes 15 minutes after the last one begins.',
  accessNote: 'Step-free to Grand and Studio, lift to Cellar.',
  /** The cinema's own age labels, from youngest to oldest. A film has one of them, or none. */
  certificates: ['all ages', 'from 6', 'from 12', 'from 16', 'from 18'],
  /** Links in the header: label and path. */
  links: [
    { label: 'Programme', href: '/' },
    { label: 'Films', href: '/films' },
    { label: 'Visit', href: '/visit' },
  ],
  /** Links in the footer, to pages about the cinema (`app/(public)/[page]/_content`). */
  footLinks: [
    { label: 'Access', href: '/access' },
    { label: 'House rules', href: '/house-rules' },
    { label: 'Privacy', href: '/privacy' },
    { label: 'Imprint', href: '/imprint' },
  ],
} as const;
