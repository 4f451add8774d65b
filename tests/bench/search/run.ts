/** `npm run bench -- quality`: prints how well search answers, beside Pagefind as it comes and MiniSearch, and the questions it answers worst. */
import { evaluate, honest, ofHalf, perClass, SETS } from './evaluate.ts';

const number = (value: number) => value.toFixed(2);
for (const set of Object.keys(SETS) as (keyof typeof SETS)[]) {
  const evaluation = await evaluate(set);
  console.log(`\nVindkwaliteit, ${set}, per helft: nDCG@10, recall@5, MRR, zonder resultaat`);
  for (const [name, answered] of Object.entries(evaluation)) {
    for (const [half, holdout] of [
      ['afstemmen', false],
      ['apart gehouden', true],
    ] as const) {
      const { ndcg, recall, mrr, zero } = ofHalf(answered, holdout);
      console.log(`${name.padEnd(11)} ${half.padEnd(15)} ${[ndcg, recall, mrr, zero].map(number).join('  ')}`);
    }
    console.log(`${name.padEnd(11)} onzin krijgt niets: ${number(honest(answered))}`);
    console.log(`${name.padEnd(11)} per klasse (apart gehouden): ${[...perClass(answered, true)].map(([klasse, ndcg]) => `${klasse} ${number(ndcg)}`).join(', ')}\n`);
  }
  console.log('Slechtst beantwoord (afstemmen):');
  const worst = evaluation['ours']!.filter(({ question }) => question.klasse !== 'negatief').toSorted((a, b) => a.scores.ndcg - b.scores.ndcg);
  for (const { question, codes, scores } of worst.slice(0, 10))
    console.log(`${number(scores.ndcg)} ${question.klasse}: ${question.vraag} → ${codes.slice(0, 5).join(' ')} (goed: ${Object.keys(question.goed).join(' ')})`);
}
process.exit(0);
