/** What a page can try in its own world: to stand between us and the browser, and to look into the card. Runs in the page. */

/** Everything a reader of pages would call, replaced in the page's own world by something that tells and throws. */
export function overrideAll(): void {
  const { problems } = window.zoo;
  const trap = (owner: object, name: string, where: string) => {
    const old = Object.getOwnPropertyDescriptor(owner, name);
    if (!old?.configurable) return;
    const told = () => {
      problems.push(`called through the page: ${where}.${name}`);
      throw new Error(`trap ${where}.${name}`);
    };
    if (old.get || old.set) Object.defineProperty(owner, name, { configurable: true, get: told, set: told });
    else if (typeof old.value === 'function')
      Object.defineProperty(owner, name, { configurable: true, writable: true, value: told });
  };
  const global = window as unknown as Record<string, { prototype: object } | undefined>;
  const prototypes = [
    'Node', 'Element', 'HTMLElement', 'Document', 'ShadowRoot', 'DocumentFragment', 'Range', 'StaticRange', 'Selection',
    'TreeWalker', 'HighlightRegistry', 'Highlight', 'CSSStyleSheet', 'StyleSheet', 'MutationObserver', 'AbortSignal',
    'AbortController', 'CharacterData', 'Text', 'HTMLSlotElement', 'CSSStyleDeclaration', 'DOMImplementation',
    'CustomElementRegistry', 'Navigation', 'Clipboard', 'MessagePort', 'MessageChannel', 'IntersectionObserver',
  ]; // prettier-ignore
  for (const name of prototypes) {
    const owner = global[name]?.prototype;
    if (owner)
      for (const key of Object.getOwnPropertyNames(owner)) if (key !== 'constructor') trap(owner, key, name);
  }
  for (const name of ['highlights', 'supports', 'escape']) trap(CSS, name, 'CSS');
  for (const name of [
    'Range',
    'StaticRange',
    'Highlight',
    'CSSStyleSheet',
    'MutationObserver',
    'AbortController',
  ])
    trap(window, name, 'window');
  for (const name of [
    'setTimeout',
    'clearTimeout',
    'requestAnimationFrame',
    'getSelection',
    'getComputedStyle',
    'matchMedia',
  ])
    trap(window, name, 'window');
  for (const name of ['map', 'filter', 'flatMap', 'some', 'find', 'reduce', 'includes'])
    trap(Array.prototype, name, 'Array');
  for (const name of ['replace', 'trim', 'normalize', 'split']) trap(String.prototype, name, 'String');
  for (const name of ['get', 'set', 'has', 'delete']) trap(Map.prototype, name, 'Map');
  trap(performance, 'now', 'performance');
}

/** Tries every way into a closed shadow root that the platform is known to have had. */
export function spyOnCard(tag: string): void {
  const { problems } = window.zoo;
  const internals = new Set<ElementInternals>();
  customElements.define(
    tag,
    class extends HTMLElement {
      constructor() {
        super();
        try {
          internals.add(this.attachInternals());
        } catch {
          problems.push('no internals to spy with');
        }
      }
    },
  );
  const inside = (node: unknown, how: string) => {
    if (node instanceof Node && node.getRootNode() instanceof ShadowRoot)
      problems.push(`closed root reached by ${how}`);
  };
  const look = () => {
    for (const own of internals) if (own.shadowRoot) problems.push('closed root reached by ElementInternals');
    for (const a of document.getAnimations())
      inside((a.effect as KeyframeEffect | null)?.target, 'getAnimations');
    const host = document.querySelector(tag);
    if (host) {
      inside(document.elementFromPoint(innerWidth / 2, innerHeight / 2), 'elementFromPoint');
      for (let y = 20; y < innerHeight; y += 60) {
        const caret = (
          document as unknown as { caretPositionFromPoint(x: number, y: number): { offsetNode: Node } | null }
        ).caretPositionFromPoint(200, y);
        inside(caret?.offsetNode, 'caretPositionFromPoint');
      }
      inside(document.activeElement, 'activeElement');
      inside(getSelection()?.anchorNode, 'getSelection');
      if (host.shadowRoot) problems.push('the root is open');
    }
    requestAnimationFrame(look);
  };
  look();
  const types = [
    'beforetoggle',
    'toggle',
    'focusin',
    'pointerdown',
    'click',
    'pointermove',
    'keydown',
    'animationstart',
  ];
  for (const type of types)
    addEventListener(
      type,
      (event) => {
        for (const node of event.composedPath()) inside(node, `the path of ${type}`);
      },
      true,
    );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      target?: Node;
      element?: Node;
      sources?: { node?: Node }[];
    })[]) {
      inside(entry.target, entry.entryType);
      inside(entry.element, entry.entryType);
      for (const source of entry.sources ?? []) inside(source.node, entry.entryType);
    }
  }).observe({
    entryTypes: PerformanceObserver.supportedEntryTypes.filter((t) =>
      /event|layout-shift|paint|element/.test(t),
    ),
  });
}
