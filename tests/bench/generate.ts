/**
 * `node tests/bench/generate.ts 1000 /tmp/x`: a project with that many believable entries, made from the sentences of the real ones.
 * The same number gives the same entries.
 */
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { loadContent } from '../../src/cli/content.ts';
import { unsourced } from '../../src/model/claims.ts';
import type { Algoritme, Casus, Library } from '../../src/model/library.ts';
import { paths } from '../../src/model/paths.ts';
import { ROOT } from '../support.ts';
import { allTexts, type Fields, learnFields, learnTexts, LINK, rewrite, type Texts } from './corpus.ts';
import { makeTitles, makeVary, pick, place, type Random, seeded } from './words.ts';

type Data = Record<string, unknown>;

/** What an entry is called, before it has a text: others link to it. */
interface Name {
  code: string;
  titel: string;
  slug: string;
}

interface Maker {
  random: Random;
  vary: (sentence: string) => string;
  cards: Name[];
}

const codeOf = (letter: string, index: number) => `${letter}-${String(index + 1).padStart(2, '0')}`;

/** Another card than the one at `self`, and rather one of the first: some cards are named often. */
const cardNear = ({ random, cards }: Maker, self: number): string => {
  const index = Math.floor(random() ** 2 * cards.length);
  return cards[index === self ? (index + 1) % cards.length : index]!.code;
};

/** A text in the shape of a real one. `mark` adds what a sentence needs before it may stand. */
function write(maker: Maker, texts: Texts, index: number, mark: (sentence: string) => string = (sentence) => sentence): string {
  const link = () => {
    const { titel, slug } = pick(maker.cards, maker.random);
    return `[${titel}](${paths.algoritme(slug)})`;
  };
  const blocks = texts.shapes[index % texts.shapes.length]!.map((block) =>
    typeof block === 'string'
      ? maker.vary(pick(texts.headings, maker.random))
      : Array.from({ length: block }, () => mark(maker.vary(texts.sentence())).replaceAll(LINK, link)).join(' '),
  );
  return blocks.join('\n\n');
}

/** Puts other cards in the places where `data` names one. */
function withCards(maker: Maker, { stappen, verwant, ...data }: Algoritme['data'], self: number): Data {
  const other = () => cardNear(maker, self);
  const exits = (list: { als: string; naar: number | string }[]) => list.map((exit) => (String(exit.naar).startsWith('A-') ? { ...exit, naar: other() } : exit));
  return {
    ...data,
    stappen: stappen.map(({ beslispunt, ...stap }) => ({ ...stap, ...(beslispunt && { beslispunt: { ...beslispunt, uitgangen: exits(beslispunt.uitgangen) } }) })),
    verwant: verwant.map((item) => ({ ...item, code: other() })),
  };
}

function makeCard(maker: Maker, fields: Fields, texts: Texts, like: Algoritme, index: number): { data: Data; body: string } {
  const { code, titel } = maker.cards[index]!;
  const data = withCards(maker, rewrite(like.data, '', fields.replace) as Algoritme['data'], index);
  return { data: { ...data, code, titel }, body: write(maker, texts, index) };
}

/** The cards that a case names: two in turn, so that each is named, and then some that many name. */
function named(maker: Maker, { algoritmes }: Casus['data'], index: number): Casus['data']['algoritmes'] {
  return algoritmes.map(({ relatie }, place) => ({ relatie, code: place < 2 ? maker.cards[(index * 2 + place) % maker.cards.length]!.code : cardNear(maker, -1) }));
}

function makeCase(maker: Maker, fields: Fields, texts: Texts, like: Casus, index: number, name: Name): { data: Data; body: string } {
  const { random } = maker;
  const { code, titel } = name;
  const plaats = place(random);
  const rewritten = rewrite(like.data, '', fields.replace) as Casus['data'];
  const data = {
    ...rewritten,
    code,
    titel,
    plaats,
    naam: `${rewritten.naam.slice(0, 60 - plaats.length - 1).trim()} ${plaats}`,
    periode: `vanaf ${1995 + Math.floor(random() * 30)}`,
    algoritmes: named(maker, like.data, index),
  };
  const used = new Set<string>();
  const source = () => {
    const { id } = data.bronnen[used.size % data.bronnen.length]!;
    used.add(id);
    return `[^${id}]`;
  };
  // A sentence with a number or a name stands in a case only with its source.
  const mark = (sentence: string) => (unsourced(sentence.replaceAll(LINK, 'een pagina'), data).length > 0 ? sentence + source() : sentence);
  const opening = `Dit liep ${data.periode}.${source()}`;
  const body = write(maker, texts, index, mark).replace('\n\n', `\n\n${opening} `);
  return { data: { ...data, bronnen: data.bronnen.filter(({ id }) => used.has(id)) }, body };
}

async function writeEntry(folder: string, slug: string, { data, body }: { data: Data; body: string }): Promise<void> {
  await writeFile(join(folder, `${slug}.mdx`), `---\n${stringify(data)}---\n\n${body}\n`);
}

/** Writes `count` entries to `content`, cards and cases in the proportion of the library. */
async function writeEntries(content: string, count: number, library: Library): Promise<Name[]> {
  const random = seeded(count);
  const vary = makeVary(allTexts(library), random);
  const titles = makeTitles(random);
  const total = { algoritmes: library.algoritmes.length, casussen: library.casussen.length };
  const cardCount = Math.round((count * total.algoritmes) / (total.algoritmes + total.casussen));
  const nameAll = (letter: string, length: number, real: readonly (Algoritme | Casus)[]): Name[] =>
    Array.from({ length }, (_, index) => ({ code: codeOf(letter, index), ...titles(vary(pick(real, random).data.titel)) }));
  const cards = nameAll('A', cardCount, library.algoritmes);
  const cases = nameAll('C', count - cardCount, library.casussen);
  const maker: Maker = { random, vary, cards };

  const cardFields = learnFields(library.algoritmes, random, vary);
  const cardTexts = learnTexts(
    library.algoritmes.map(({ body }) => body),
    random,
  );
  for (const [index, { slug }] of cards.entries())
    await writeEntry(join(content, 'algoritmes'), slug, makeCard(maker, cardFields, cardTexts, library.algoritmes[index % total.algoritmes]!, index));
  const caseFields = learnFields(library.casussen, random, vary);
  const caseTexts = learnTexts(
    library.casussen.map(({ body }) => body),
    random,
  );
  for (const [index, name] of cases.entries())
    await writeEntry(join(content, 'casussen'), name.slug, makeCase(maker, caseFields, caseTexts, library.casussen[index % total.casussen]!, index, name));
  return cards;
}

/** Copies the project to `folder`, with the real content. */
export async function copyProject(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of ['src', 'public', 'content', 'astro.config.mjs', 'tsconfig.json', 'package.json']) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/** Makes `folder` a project with `count` generated entries in place of the real ones. Whatever stood there is removed. */
export async function generate(folder: string, count: number): Promise<void> {
  const { library } = await loadContent(ROOT);
  await copyProject(folder);
  const content = join(folder, 'content');
  for (const name of ['algoritmes', 'casussen']) {
    await rm(join(content, name), { recursive: true });
    await mkdir(join(content, name));
    await cp(join(ROOT, 'content', name, '_sjabloon.mdx'), join(content, name, '_sjabloon.mdx'));
  }
  const cards = await writeEntries(content, count, library);
  const situaties = join(content, 'situaties.yaml');
  const mapped = (await readFile(situaties, 'utf8')).replace(/A-(\d+)/g, (_, digits) => cards[(Number(digits) - 1) % cards.length]!.code);
  await writeFile(situaties, mapped);
}

if (import.meta.main) {
  const [count, folder] = process.argv.slice(2);
  await generate(resolve(folder!), Number(count));
  console.log(`${count} entries in ${folder}`);
}
