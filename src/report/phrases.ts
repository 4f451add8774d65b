/** What the schrijfwijzer does not want to read: policy words, empty openings, shouting. */
const BANNED: [name: string, pattern: RegExp][] = [
  ['het is belangrijk om', /\bhet is belangrijk (?:om|dat)\b/i],
  ['in een wereld waarin', /\bin een wereld waarin\b/i],
  ['niet alleen … maar ook', /\bniet alleen\b[^.?]*\bmaar ook\b/i],
  ['maken we het verschil', /\bmaken? (?:we|wij)(?: samen)? het verschil\b/i],
  ['doelgroep', /\bdoelgroep/i],
  ['participatietraject', /\bparticipatietraject/i],
  ['integraal', /\bintegra(?:al|le)\b/i],
  ['borgen', /\b(?:ge)?borg(?:en|t|d)\b/i],
  ['uitrollen', /\b(?:uitrol|uitgerold|rolt? .{0,30}\buit\b)/i],
  ['stakeholder', /\bstakeholder/i],
  ['draagvlak', /\bdraagvlak/i],
  ['faciliteren', /\bgefaciliteerd|\bfacilite/i],
  ['creëren', /\b(?:ge)?creëe?r/i],
  ['implementeren', /\bimplement/i],
  ['essentieel, cruciaal, waardevol', /\b(?:essentieel|essentiële|cruciaal|cruciale|waardevol|waardevolle)\b/i],
  ['uitroepteken', /!/],
  ['gedachtestreepje', /\s[–—]\s|—/],
];

/** Nearly every text holds none: to see that takes one look instead of one for each. */
const ANY = new RegExp(BANNED.map(([, { source }]) => source).join('|'), 'i');

/** A policy word between quotes is an example of one, which is allowed. */
const withoutQuoted = (text: string) => text.replace(/‘[^‘’]{1,40}’/g, '');

/** The banned phrases in blocks of text, each with the passage it stands in. */
export function bannedIn(blocks: readonly string[]): { phrase: string; passage: string }[] {
  const holding = blocks.map(withoutQuoted).filter((block) => ANY.test(block));
  return holding.flatMap((block) =>
    BANNED.flatMap(([phrase, pattern]) => {
      const match = pattern.exec(block);
      return match ? [{ phrase, passage: block.slice(Math.max(0, match.index - 30), match.index + 40) }] : [];
    }),
  );
}
