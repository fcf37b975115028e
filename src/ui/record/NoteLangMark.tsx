import { useUi } from '../context.ts';

/** Says that the note is in English when the interface is not; nothing when both are the same. */
export function NoteLangMark() {
  const { lang, noteLang, say } = useUi();
  return lang === noteLang ? null : <p class="sb-small">{say('card.noteInEnglish')}</p>;
}
