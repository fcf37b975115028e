/** Which language is it? From scripts and the commonest words; for pages whose `html lang` is missing or wrong. */

/** Short words that are frequent in one language and rare in its neighbours. */
const COMMON: Record<string, string> = {
  en: 'the and of to in that for with was is are has from by have will said its',
  de: 'der die und das den von ist mit für auf nicht ein eine dem des sich auch nach wird',
  fr: 'le les des et est une dans pour que qui sur par avec au du pas aux plus',
  es: 'el los las del que una por para con se su al es como más fue ha y',
  it: 'il di che della per una sono con del è gli nel alla dei anche delle si',
  pt: 'o os do da que em para com uma não dos no na ao foi mais são e',
  pl: 'w i na się z do nie jest że o to przez od po dla oraz który',
  ro: 'și în de la cu pe din care este pentru o că nu mai au fost sunt',
  nl: 'de het een van en in op voor met dat zijn niet ook aan door naar',
  cs: 'a se na v je že z do s pro o jako od po by ve které',
  sv: 'och att det som en på är av för med till den inte har om',
  tr: 've bir bu için ile da de olarak olan daha çok gibi sonra',
};
const SETS = Object.entries(COMMON).map(([lang, words]) => [lang, new Set(words.split(' '))] as const);

/** Letters looked at; more changes nothing. */
const ENOUGH = 4000;

/** @returns an ISO 639-1 code, or `und` when the text says too little */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, ENOUGH);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters < 8) return 'und';
  if (count(/[\u3040-\u30ff]/g) > letters * 0.05) return 'ja';
  if (count(/\p{Script=Han}/gu) > letters * 0.2) return 'zh';
  if (count(/\p{Script=Hangul}/gu) > letters * 0.2) return 'ko';
  if (count(/\p{Script=Arabic}/gu) > letters * 0.3) return 'ar';
  if (count(/\p{Script=Cyrillic}/gu) > letters * 0.3) {
    if (count(/[іїєґ]/gi) > letters * 0.01) return 'uk';
    return 'ru';
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = 'und';
  let most = 1;
  for (const [lang, set] of SETS) {
    const n = words.filter((w) => set.has(w)).length;
    if (n > most) [best, most] = [lang, n];
  }
  return best;
}
