/** What browsers ask for that do not read the drawing in the tab: an older one, and the home screen of a phone that reads no manifest. */
export const TAB_ICON = { naam: 'favicon.ico', maat: 32, ruimte: 17 } as const;
export const TOUCH_ICON = { naam: 'apple-touch-icon.png', maat: 180, ruimte: 20 } as const;

/** The icons of the site on a home screen. A maskable one keeps the mark within the circle that every device leaves whole. */
export const ICONS = [
  { naam: 'icoon-192.png', maat: 192, ruimte: 20, purpose: 'any' },
  { naam: 'icoon-512.png', maat: 512, ruimte: 20, purpose: 'any' },
  { naam: 'icoon-rond-512.png', maat: 512, ruimte: 25, purpose: 'maskable' },
] as const;
