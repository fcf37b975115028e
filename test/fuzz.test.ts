/** A little of every property at each test run; `npm run fuzz` runs them long. */
import { describe, expect, it } from 'vitest';
import { PROPERTIES } from './fuzz/index.ts';

describe('for any input', () => {
  // Another seed each day, so that a failure can be looked at the whole day long.
  const seed = Math.floor(Date.now() / 86_400_000);
  it.each(PROPERTIES.map((property) => [property.name, property] as const))(
    '%s',
    (_, property) => expect(property.check(property.few, seed)).toBeUndefined(),
    30_000,
  );
});
