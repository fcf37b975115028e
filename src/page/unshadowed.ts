/**
 * A document that the page cannot bend by naming things: its properties come from the browser's own prototypes, never
 * from a form, image or frame of that name (“DOM clobbering”, see `dom.ts`). For code that was written for a plain
 * document, such as the card's.
 */
export function unshadowed(doc: Document): Document {
  return new Proxy(doc, {
    get: (target, name) => {
      const own = ownerOf(target, name);
      if (!own) return undefined;
      const value: unknown = own.get ? own.get.call(target) : own.value;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set: (target, name, value) => {
      ownerOf(target, name)?.set?.call(target, value);
      return true;
    },
  });
}

function ownerOf(target: object, name: string | symbol): PropertyDescriptor | undefined {
  for (let at = protoOf(target); at; at = protoOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, name);
    if (own) return own;
  }
  return undefined;
}

const protoOf = (value: object): object | null => Object.getPrototypeOf(value) as object | null;
