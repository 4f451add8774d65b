/** Says whether a sheet of paper still holds: its day stands behind the hash of the link on it. */
import { t } from '../strings.ts';

const line = document.querySelector<HTMLElement>('#papier')!;
const standing = line.textContent;

/** The answer for the day in the address; without a day, what stands there already. */
function answer(): string | null {
  const day = location.hash.slice(1);
  const now = line.dataset['bijgewerkt']!;
  if (!day) return standing;
  if (!/^20\d\d-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return t.papier.onleesbaar;
  return day < now ? t.papier.veranderd(t.datum(day), t.datum(now)) : t.papier.actueel(t.datum(day));
}

const show = () => (line.textContent = answer());
addEventListener('hashchange', show);
show();
