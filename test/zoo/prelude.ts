/**
 * The first script of every zoo page: keeps the browser's own functions before the page bends them, gathers what goes
 * wrong in the page's own world, and sees underlines as any page could see them. Runs in the page, so it may use
 * nothing from outside its own body.
 */

export interface SeenMark {
  kind: string;
  text: string;
  /** middle of its first line box, CSS px of the viewport; -1 when it has none */
  x: number;
  y: number;
}

export interface Zoo {
  /** what the page found wrong by its own self-check: must stay empty */
  problems: string[];
  /** settled when the page has done all it does by itself */
  ready: Promise<unknown>;
  /** told what must hold of the page; a sentence for each thing that does not */
  checks: (() => string | false)[];
  /** every underline, in the order it was registered */
  marks(): SeenMark[];
  /** how many of them are laid out */
  count(): number;
  /** scrolls a mark into the middle and says where it is then */
  aim(text: string): SeenMark | null;
  /** the document as markup; long ones as length and digest */
  shape(): Promise<string>;
  /** problems, and what the checks say now */
  complaints(): string[];
  /** scrolls the page's own button into view and says where it is */
  button(): { x: number; y: number };
  /** resolves after so many ms, by the clock the page had at first */
  after(ms: number): Promise<void>;
}

declare global {
  interface Window {
    zoo: Zoo;
  }
}

/** Names under which the extension paints. */
const PAINTED = ['station-brief-term', 'station-brief-claim'];

function prelude(names: string[]): void {
  const call = Function.prototype.call;
  const bound = <T>(f: (...a: never[]) => T) =>
    call.bind(f) as unknown as (self: unknown, ...a: unknown[]) => T;
  const getter = (proto: object, name: string) =>
    bound(Object.getOwnPropertyDescriptor(proto, name)?.get as () => unknown);
  const PlainRange = Range;
  const registry = (CSS as unknown as { highlights: object }).highlights;
  const highlight = bound((Object.getPrototypeOf(registry) as Map<string, object>).get);
  const each = bound(
    (window as unknown as { Highlight: { prototype: Set<StaticRange> } }).Highlight.prototype.forEach,
  );
  const setStart = bound(PlainRange.prototype.setStart);
  const setEnd = bound(PlainRange.prototype.setEnd);
  const textOf = bound(PlainRange.prototype.toString);
  const rectsOf = bound(PlainRange.prototype.getClientRects);
  const outer = getter(Element.prototype, 'outerHTML');
  const rootOf = getter(Document.prototype, 'documentElement');
  const byId = bound(Document.prototype.getElementById);
  const intoView = bound(Element.prototype.scrollIntoView);
  const boxOf = bound(Element.prototype.getBoundingClientRect);
  const replace = bound(String.prototype.replace);
  const connected = getter(Node.prototype, 'isConnected');
  const [later, scroll, digest] = [
    setTimeout.bind(window),
    window.scrollBy.bind(window),
    crypto.subtle.digest.bind(crypto.subtle),
  ];
  const marks = (): SeenMark[] => {
    const out: SeenMark[] = [];
    for (const kind of names) {
      const painted = highlight(registry, kind);
      if (!painted) continue;
      each(painted, (fixed: StaticRange) => {
        if (!connected(fixed.startContainer) || !connected(fixed.endContainer)) return;
        const range = new PlainRange();
        try {
          setStart(range, fixed.startContainer, fixed.startOffset);
          setEnd(range, fixed.endContainer, fixed.endOffset);
        } catch {
          return; // its text is shorter now
        }
        const box = rectsOf(range)[0];
        out[out.length] = {
          kind,
          text: replace(
            replace(textOf(range), /[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, ''),
            /\s+/g,
            ' ',
          ),
          x: box ? box.left + box.width / 2 : -1,
          y: box ? box.top + box.height / 2 : -1,
        };
      });
    }
    return out;
  };
  const zoo: Zoo = {
    problems: [],
    ready: Promise.resolve(),
    checks: [],
    marks,
    count: () => {
      let count = 0;
      for (const m of marks()) if (m.x >= 0) count++;
      return count;
    },
    aim: (text) => {
      const find = () => {
        for (const m of marks()) if (m.text === text && m.x >= 0) return m;
        return null;
      };
      const found = find();
      if (!found) return null;
      scroll(found.x < 0 || found.x > innerWidth ? found.x - innerWidth / 2 : 0, found.y - innerHeight / 3);
      return find();
    },
    shape: async () => {
      const html = outer(rootOf(document)) as string;
      if (html.length < 50_000) return html;
      const sum = new Uint8Array(await digest('SHA-256', new TextEncoder().encode(html)));
      return `${html.length} ${[...sum].map((b) => b.toString(16)).join('')}`;
    },
    complaints: () => {
      const out = [...zoo.problems];
      for (const check of zoo.checks) {
        const said = check();
        if (said) out[out.length] = said;
      }
      return out;
    },
    button: () => {
      const own = byId(document, 'own') as Element;
      intoView(own, { block: 'center' });
      const box = boxOf(own) as DOMRect;
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    after: (ms) => new Promise((done) => later(done, ms)),
  };
  Object.defineProperty(window, 'zoo', { value: zoo });
  addEventListener('error', (event) => zoo.problems.push(`error: ${event.message}`));
  addEventListener('unhandledrejection', (event) => zoo.problems.push(`rejection: ${String(event.reason)}`));
}

/** Source of a function that runs in the page, as a script's text. */
export const scriptOf = (run: (...given: never[]) => unknown, ...given: unknown[]): string =>
  `(${run.toString()})(${given.map((g) => JSON.stringify(g)).join(', ')});`;

export const PRELUDE = scriptOf(prelude, PAINTED);
