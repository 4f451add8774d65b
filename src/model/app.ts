/** The icons of the site on a home screen. A maskable one keeps the mark within the circle that every device leaves whole. */
export const ICONS = [
  { naam: 'icoon-192.png', maat: 192, ruimte: 20, purpose: 'any' },
  { naam: 'icoon-512.png', maat: 512, ruimte: 20, purpose: 'any' },
  { naam: 'icoon-rond-512.png', maat: 512, ruimte: 25, purpose: 'maskable' },
] as const;
