/** The one element we add to a page: outside the article, its inside closed to the page, in the top layer where there is one. */

export interface Host {
  /** inside the closed shadow root: where the card is rendered */
  mount: HTMLElement;
  /** for polite announcements; there before its text changes, or nothing is read out */
  status: HTMLElement;
  /** the wrapper that carries theme and tokens */
  box: HTMLElement;
  shadow: ShadowRoot;
  show(): void;
  hide(): void;
  shown(): boolean;
}

export const HOST_TAG = 'station-brief-card';

/**
 * Pages style `*`, `:not(:defined)` and even `[popover]`; of important rules those of the shadow tree win, also over the
 * host's own style attribute (https://drafts.csswg.org/css-cascade-5/#cascade-context). `all` leaves direction alone, and
 * pages that read right to left would hand theirs on. Below the top layer only where there is none, hence the z-index.
 */
const HOST_CSS = `:host {
  all: initial !important;
  display: block !important;
  direction: ltr !important;
  unicode-bidi: isolate !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  z-index: 2147483647 !important;
}`;

/** A page that takes our element away or moves it as often as this while one card is open does so on purpose. */
const MOST_RETURNS = 5;

export function createHost(doc: Document, css: string, signal: AbortSignal): Host {
  const host = outsider(doc);
  const shadow = host.attachShadow({ mode: 'closed' });
  const box = doc.createElement('div');
  box.className = 'sb';
  const status = doc.createElement('div');
  status.className = 'sb-hidden';
  status.setAttribute('role', 'status');
  const mount = doc.createElement('div');
  box.append(mount, status);
  doc.adoptNode(host);
  shadow.append(box);
  // After the move: adopted sheets do not come along.
  const dress = styled(doc, shadow, `${HOST_CSS}\n${css}`);
  let shown = false;
  let returns = 0;

  let home: Element = doc.documentElement;

  const insert = () => {
    if (host.parentNode !== home) home.append(host);
    if (shown) raise(host);
  };
  // Single-page sites replace whole trees, sometimes the root's children too.
  const View = doc.defaultView?.MutationObserver ?? globalThis.MutationObserver;
  const watcher = new View(() => {
    if (!shown || host.parentNode === home) return;
    if (++returns <= MOST_RETURNS) insert();
    else hide();
  });
  const hide = () => {
    shown = false;
    watcher.disconnect();
    host.remove();
  };
  signal.addEventListener('abort', hide, { once: true });

  return {
    mount,
    status,
    box,
    shadow,
    show: () => {
      if (signal.aborted) return;
      shown = true;
      dress();
      returns = 0;
      home = homeIn(doc);
      insert();
      if (home.parentNode) watcher.observe(home.parentNode, { childList: true });
      watcher.observe(home, { childList: true });
    },
    hide,
    shown: () => shown,
  };
}

/**
 * Beside the body, and in full screen inside the element that fills it: browsers make everything else inert, and a card
 * there would be seen and could not be pressed (https://fullscreen.spec.whatwg.org/#ui). An element with a root of its own
 * shows no children of ours.
 */
function homeIn(doc: Document): Element {
  const full = doc.fullscreenElement;
  return full && !full.shadowRoot ? full : doc.documentElement;
}

/**
 * Our element, made in a document of our own. A page may define an element of this name; made in the page's document it
 * would be the page's, whose `attachInternals().shadowRoot` opens a closed root
 * (https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-shadowroot). A root attached before
 * that is not given away.
 */
const outsider = (doc: Document): HTMLElement =>
  doc.implementation.createHTMLDocument('').createElement(HOST_TAG);

/** Above everything, full screen and modal dialogs included (whatwg/html#9381: no z-index reaches there). */
function raise(host: HTMLElement): void {
  if (typeof host.showPopover !== 'function') return;
  host.popover = 'manual';
  try {
    if (!host.matches(':popover-open')) host.showPopover();
  } catch {
    // Not connected any more, or the page is being torn down: the card stays where z-index puts it.
  }
}

/**
 * An adopted sheet is beyond a page's style-src; where it cannot be made, a style element does.
 * @returns to be called before each showing: Firefox 153 does not notice that a media query's answer (reduced motion,
 *   forced colours, the window's height) has changed while a shadow tree was out of the page
 */
function styled(doc: Document, shadow: ShadowRoot, css: string): () => void {
  try {
    const Sheet = doc.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    return () => {
      shadow.adoptedStyleSheets = [];
      shadow.adoptedStyleSheets = [sheet];
    };
  } catch {
    const style = doc.createElement('style');
    style.textContent = css;
    shadow.append(style);
    return () => undefined;
  }
}
