/** The language of the interface: the one chosen, else the browser's where we speak it. */
import { browserLanguage } from '../shell/tabs.ts';
import type { Settings } from '../ui/settings-type.ts';
import { pickLang, type UiLang } from '../ui/strings/index.ts';

export const langOf = ({ lang }: Settings): UiLang =>
  lang === 'auto' ? pickLang([browserLanguage()]) : lang;
