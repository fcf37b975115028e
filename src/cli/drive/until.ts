/** Waiting for a condition, never for a time. */

export const GECKO_ID = 'station-brief@station-brief.example';
/** A condition is looked at this often, in ms. */
const EVERY = 50;

/** Waits until `look` gives something; never sleeps longer than it must. @throws Error after `within` ms */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | false | undefined>,
  within = 8000,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}`);
    await new Promise((done) => setTimeout(done, EVERY));
  }
}
