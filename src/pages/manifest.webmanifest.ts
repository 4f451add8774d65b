import type { APIRoute } from 'astro';
import { ICONS } from '../model/app.ts';
import { SITE } from '../site.ts';
import tokens from '../styles/tokens.css?raw';

const colour = (name: string) => new RegExp(`--${name}:\\s*(#[0-9a-f]+)`).exec(tokens)![1]!;

/** What a device needs to keep the site as an app. Addresses count from this file, so that they hold at any path. */
export const GET: APIRoute = () =>
  Response.json({
    name: SITE.naam,
    short_name: SITE.naam,
    description: SITE.belofte,
    lang: 'nl',
    dir: 'ltr',
    start_url: 'index.html',
    scope: './',
    display: 'standalone',
    background_color: colour('paper'),
    theme_color: colour('paper'),
    icons: ICONS.map(({ naam, maat, purpose }) => ({ src: naam, sizes: `${maat}x${maat}`, type: 'image/png', purpose })),
    shortcuts: [
      { name: 'Zoeken', url: 'zoeken.html' },
      { name: 'Bijeenkomst', url: 'bijeenkomst.html' },
      { name: 'Trek een kaart', url: 'trek.html' },
    ],
  });
