/** What on a page is not the article: menus, related stories, comments, advertisements, code, inputs, hidden text. */
import { attribute, localNameOf } from './dom.ts';

/** Elements whose text is never part of an article. */
const SKIP = new Set(
  (
    'script style noscript template nav aside footer form button input select option textarea label datalist code pre kbd samp svg math ' +
    'iframe object embed audio video canvas map dialog menu head title meta link dl-ad amp-ad ins'
  ).split(' '),
);

/**
 * Words in class or id by which publishers name the parts that are not the article. Whole words between hyphens,
 * underscores or capitals, so that “header” does not hide “article-header-text” and “ad” not “headline”.
 */
const PART =
  /(?:^|[-_\s])(?:comments?|disqus|related|recommend(?:ed|ations?)?|promo|newsletter|subscribe|subscription|share|sharing|social|sponsor(?:ed)?|advert(?:s|isement|ising)?|ads?|banner|breadcrumbs?|sidebar|nav|navigation|menu|footer|toolbar|popup|modal|cookie|consent|paywall|byline|author-bio|tags?|tag-list|topics-list|more-(?:stories|news|from)|most-(?:read|popular)|trending|read-(?:more|next|also)|outbrain|taboola|teaser|widget|sr-only|visually-?hidden|screen-reader(?:-text)?|hidden|print-only)(?:$|[-_\s])/i;

const ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'banner',
  'dialog',
  'alert',
  'toolbar',
  'tablist',
]);

/**
 * True for an element that is left out with all that is in it. Attributes only; no layout is asked for.
 * @param loose class names and ids are not believed
 */
export function isSkipped(el: Element, loose = false): boolean {
  const name = localNameOf(el);
  if (SKIP.has(name)) return true;
  if (name === 'p' || name === 'em' || name === 'strong' || name === 'b' || name === 'i' || name === 'br')
    return attribute(el, 'hidden') !== null;
  if (attribute(el, 'hidden') !== null || attribute(el, 'aria-hidden') === 'true') return true;
  const editable = attribute(el, 'contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = attribute(el, 'role');
  if (role !== null && ROLES.has(role)) return true;
  if (name === 'body' || name === 'html' || name === 'article' || name === 'main') return false;
  const style = attribute(el, 'style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  if (loose) return false;
  const names = `${attribute(el, 'class') ?? ''} ${attribute(el, 'id') ?? ''}`;
  if (names.length < 2) return false;
  return PART.test(names.slice(0, 300).replace(/([a-z])([A-Z])/g, '$1-$2'));
}

/** Asks the browser whether an element is shown at all; true where the browser cannot say. */
export function isShown(el: Element): boolean {
  const check = (Element.prototype as { checkVisibility?: (options?: object) => boolean }).checkVisibility;
  if (!check) return true;
  return check.call(el, { visibilityProperty: true });
}

const boxOf = Element.prototype.getBoundingClientRect;

/** Text kept for screen readers only: a box of one pixel. An element without a box of its own (display: contents) is none. */
export function isClipped(el: Element): boolean {
  const { width, height } = boxOf.call(el);
  return width > 0 && height > 0 && (width <= 1 || height <= 1);
}
