// The floor: what Astro, MDX and Pagefind cost by themselves for the same entries. Everything is as it comes.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [mdx()], build: { format: 'file' }, cacheDir: './cache', devToolbar: { enabled: false } });
