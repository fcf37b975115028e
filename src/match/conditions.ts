/** The conditions of aliases (docs/FACTS.md): `near`, `beside`, `named` and `clear`, weighed in the article's scene. */
import { BESIDE, CLEAR, NAMED, NEAR } from './form.ts';
import type { Hit } from './matcher.ts';
import { firstFrom, type Scene } from './scene.ts';
import type { Tokens } from './tokens.ts';

/** Evidence for a `near` name counts within this many words, in the same paragraph or the two before and after it. */
export const NEAR_WORDS = 70;
/** An office counts for a bare surname when it ends at most so many words before it. */
const OFFICE_WORDS = 4;
/** “the station” means the one last named, if that was at most so many words ago. */
const CLEAR_WORDS = 350;

const UPPER = /^\p{Lu}/u;
const CASED = /^\p{L}/u;

/** True when the hit begins with a capital letter. */
export const isCapital = (tokens: Tokens, hit: Hit): boolean =>
  UPPER.test(tokens.text.slice(tokens.start[hit.first], (tokens.start[hit.first] as number) + 2));

/** Whether a reading of a span may stand. */
export function holds(hit: Hit, scene: Scene): boolean {
  switch (hit.target.flags & 3) {
    case NEAR:
      return (
        isName(hit, scene) &&
        hasEvidence(hit, scene) &&
        (!(hit.target.flags & BESIDE) || isBeside(hit, scene))
      );
    case NAMED:
      return isName(hit, scene) && isKnownPerson(hit, scene);
    case CLEAR:
      return isClear(hit, scene);
    default:
      return true;
  }
}

/**
 * Written as a name: a capital (where the script has them) that is not only there because a sentence begins. Terms
 * (“seat swap”) and names of several words need none.
 */
function isName(hit: Hit, { tokens, titleEnd, matcher }: Scene): boolean {
  const { text, start, sentence } = tokens;
  const named = (hit.target.flags & 3) === NAMED;
  const kind = matcher.index.entities[hit.target.at]?.[1];
  if (!named && (hit.last > hit.first || kind === 'concept')) return true;
  const head = text.slice(start[hit.first], (start[hit.first] as number) + 2);
  if (!CASED.test(head) || head[0]?.toLowerCase() === head[0]?.toUpperCase()) return true; // no capitals in this script
  if (!UPPER.test(head)) return false;
  if (named) return true;
  // Russian and Ukrainian print names of craft in quotes: «Союз», but Советский Союз and Наука и жизнь.
  if (/^[\u0400-\u04ff]/.test(head) && (kind === 'vehicle' || kind === 'module' || kind === 'programme')) {
    return isQuoted(tokens, hit) || isDesignation(tokens, hit.last + 1);
  }
  const opens = hit.first === 0 || sentence[hit.first] !== sentence[hit.first - 1];
  if (!opens || (start[hit.first] as number) < titleEnd) return true;
  const before = text[(start[hit.first] as number) - 1] ?? '';
  return /[«“„"']/.test(before) || isDesignation(tokens, hit.last + 1);
}

/** Right after an opening quotation mark, or inside one: «Союз МС». */
function isQuoted(tokens: Tokens, hit: Hit): boolean {
  const before = tokens.text[(tokens.start[hit.first] as number) - 1] ?? '';
  return /[«“„"”]/.test(before) || tokens.quoted[hit.first] === 1;
}

/** What follows a name of hardware: a number, “MS-04”, “module”, “spacecraft”. */
function isDesignation(tokens: Tokens, t: number): boolean {
  if (t >= tokens.count || tokens.joined[t] !== 1) return false;
  const word = tokens.text.slice(tokens.start[t], tokens.end[t]);
  return /^(\d+|MS|TMA|TM|M|МС|ТМА|ТМ|М|module|spacecraft|capsule|cargo|freighter|laboratory|node|cosmodrome|space|модул.*|корабл.*|Modul.*)$/iu.test(
    word,
  );
}

function hasEvidence(hit: Hit, { evidence, tokens }: Scene): boolean {
  const paragraph = tokens.paragraph[hit.first] as number;
  for (let i = firstFrom(evidence, hit.first - NEAR_WORDS, (n) => n); i < evidence.length; i++) {
    const t = evidence[i] as number;
    if (t > hit.last + NEAR_WORDS) return false;
    if (t >= hit.first && t <= hit.last) continue;
    if (Math.abs((tokens.paragraph[t] as number) - paragraph) <= 2) return true;
  }
  return false;
}

/** “until 2030”: said of the station, or of how long something runs. */
const isBeside = (hit: Hit, { lasting, tokens }: Scene): boolean =>
  lasting.has(tokens.sentence[hit.first] as number);

/** A bare surname: its full name stands in the article, or an office right before it. */
function isKnownPerson(hit: Hit, scene: Scene): boolean {
  const { tokens, offices, strong, titles, titleEnd } = scene;
  for (let t = hit.first - 1; t >= hit.first - OFFICE_WORDS && t >= 0; t--) {
    const office = offices.get(t);
    if (office === undefined || tokens.sentence[t] !== tokens.sentence[hit.first]) continue;
    if (scene.matcher.index.entities[office]?.[1] === 'office' || t === hit.first - 1)
      return !otherFirstName(hit, scene);
  }
  if (!strong.has(hit.target.at)) return false;
  if ((tokens.start[hit.first] as number) < titleEnd || titles.has(hit.first - 1)) return true;
  return !otherFirstName(hit, scene);
}

/** “Mike Nelson” is not Bill Nelson: a capitalised word right before, in the same sentence, that is no title. */
function otherFirstName(hit: Hit, scene: Scene): boolean {
  const { tokens, offices, titles } = scene;
  const t = hit.first - 1;
  if (t < 0 || tokens.joined[hit.first] !== 1 || tokens.sentence[t] !== tokens.sentence[hit.first])
    return false;
  if (tokens.text.slice(tokens.end[t], tokens.start[hit.first]) !== ' ') return false;
  if (offices.has(t) || titles.has(t)) return false;
  if (t === 0 || tokens.sentence[t - 1] !== tokens.sentence[t]) return false; // the capital may be the sentence's
  const word = tokens.text.slice(tokens.start[t], tokens.end[t]);
  return /^\p{Lu}\p{Ll}+$/u.test(word);
}

/** “the station”: the record's own name came before, and no other of its kind since; but not “its own space station”. */
function isClear(hit: Hit, { strong, matcher, others, tokens }: Scene): boolean {
  const isOther = (t: number) => others.has(t) && tokens.sentence[t] === tokens.sentence[hit.first];
  if (isOther(hit.first - 1) || isOther(hit.last + 1)) return false;
  const places = strong.get(hit.target.at) ?? [];
  const own = places[firstFrom(places, hit.first, (n) => n) - 1];
  if (own === undefined || hit.first - own > CLEAR_WORDS) return false;
  const kind = matcher.index.entities[hit.target.at]?.[1];
  for (const [entity, others] of strong) {
    if (entity === hit.target.at || matcher.index.entities[entity]?.[1] !== kind) continue;
    const next = others[firstFrom(others, own + 1, (n) => n)];
    if (next !== undefined && next < hit.first) return false;
  }
  return true;
}
