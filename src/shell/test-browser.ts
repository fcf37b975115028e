/** The browser's extension API made of memory, for tests of this room. Import it before anything of the room. */

type Listener = (...args: never[]) => unknown;

class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener(listener: Listener): void {
    this.listeners.add(listener);
  }
  removeListener(listener: Listener): void {
    this.listeners.delete(listener);
  }
  emit(...args: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => listener(...(args as never[])));
  }
}

export const ID = 'station-brief';
export const onMessage = new FakeEvent();
const onChanged = new FakeEvent();

/** What local storage holds; tests write and read it directly. */
export const stored = new Map<string, unknown>();
let broken: 'reading' | 'both' | false = false;
/** Makes storage fail as a full or corrupt one does, until called with false. */
export const breakStorage = (what: typeof broken): void => void (broken = what);

async function storage<T>(way: 'reading' | 'writing', use: () => T): Promise<T> {
  await Promise.resolve();
  if (broken === 'both' || broken === way) throw new Error('storage is broken');
  return use();
}

const api = {
  runtime: { id: ID, onMessage, getManifest: () => ({ version: '0.1.0' }) },
  storage: {
    onChanged,
    local: {
      get: (key: string) =>
        storage('reading', () => (stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {})),
      set: (items: Record<string, unknown>) =>
        storage('writing', () => {
          for (const [key, value] of Object.entries(items)) {
            stored.set(key, structuredClone(value));
            onChanged.emit({ [key]: { newValue: structuredClone(value) } }, 'local');
          }
        }),
    },
  },
};
// The polyfill takes the browser's own API where there is one.
Object.assign(globalThis, { browser: api, chrome: api });
