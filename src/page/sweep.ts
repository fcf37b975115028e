/**
 * Takes away what an earlier version of us left in a page that stayed open. Chromium's old script notices and leaves by
 * itself; Firefox ends it on the spot, with its underlines painted and its card open, and loads the new one beside them.
 */
import { all, sheetsOf, setSheets } from './dom.ts';
import { CLAIM, forgetPainted, TERM } from './marks.ts';

const remove = Element.prototype.remove;

/** @param hostTag of the card's element */
export function sweep(doc: Document, hostTag: string): void {
  for (const name of [TERM, CLAIM]) forgetPainted(name);
  const sheets = sheetsOf(doc);
  const others = sheets.filter((sheet) => !isOurs(sheet));
  if (others.length < sheets.length) setSheets(doc, others);
  for (const host of all(doc, `:root > ${hostTag}`)) remove.call(host);
}

function isOurs(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules[0]?.cssText.includes(`::highlight(${TERM})`) === true;
  } catch {
    return false; // a sheet whose rules are not for us to read is not ours
  }
}
