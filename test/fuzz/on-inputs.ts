/** What comes from outside: stored settings, settings files, messages. Nothing throws, nothing unsound gets in. */
import fc from 'fast-check';
import * as v from 'valibot';
import { ID, onMessage } from '../../src/shell/test-browser.ts';
import { find } from '../../src/match/find.ts';
import { receive, type Handlers } from '../../src/shell/messages.ts';
import {
  DEFAULTS,
  MOST_ENTRIES,
  readStored,
  settingsSchema,
  withDefaults,
} from '../../src/shell/settings.ts';
import { hostOf as siteOf } from '../../src/shell/sites.ts';
import { hostOf, parseSettings, settingsText } from '../../src/ui/options/parse.ts';
import type { Settings } from '../../src/ui/settings-type.ts';
import { anyDay, anyLang, anyText, base } from './pieces.ts';
import { fuzz, must, type Fuzz } from './property.ts';

const json = (value: unknown): string => JSON.stringify(value);

const host = fc.oneof(
  { weight: 4, arbitrary: fc.domain() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'localhost',
      'a.example',
      'пример.рф',
      'xn--e1afmkfd.xn--p1ai',
      'a_b.example',
      '[::1]',
      '127.0.0.1',
      'a.example:8080',
      'A.example',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const settings: fc.Arbitrary<Settings> = fc.record({
  strength: fc.constantFrom('faint', 'normal', 'strong'),
  marks: fc.constantFrom('first', 'all'),
  trigger: fc.constantFrom('hover', 'click', 'key'),
  off: fc.array(host, { maxLength: 4 }),
  on: fc.array(host, { maxLength: 4 }),
  muted: fc.array(fc.constantFrom('iss', 'nasa', 'bakanov-dmitry', 'x'.repeat(200), 'Not an id'), {
    maxLength: 4,
  }),
  lang: fc.constantFrom('auto', 'en', 'ru', 'de', 'fr', 'es'),
  theme: fc.constantFrom('system', 'light', 'dark'),
});
/** Settings with one field that is anything. */
const bent = fc
  .tuple(settings, fc.constantFrom(...Object.keys(DEFAULTS), 'version', 'later', '__proto__'), fc.jsonValue())
  .map(([sound, field, any]) => ({ ...sound, [field]: any }));

const url = fc.oneof(
  fc.webUrl({ withFragments: true }),
  fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'https://www.', 'ftp://', ''),
      host,
      fc.constantFrom('', '/', ':8080/', '/a?b'),
    )
    .map((parts) => parts.join('')),
);

/** Every message with an ask that is near what is expected. */
const ask = fc.oneof(
  fc.jsonValue(),
  fc.record({
    article: fc.record({
      title: anyText,
      text: anyText,
      lang: anyLang,
      published: fc.oneof(anyDay, fc.constantFrom('2025-99-99', '2025-02-30', '0000-00-00')),
      sections: fc.array(fc.oneof(fc.double(), fc.integer()), { maxLength: 3 }),
      headings: fc.array(fc.tuple(fc.double(), fc.integer()), { maxLength: 3 }),
    }),
    publishedFrom: fc.string(),
    cut: fc.boolean(),
  }),
  fc.record(
    {
      id: fc.string(),
      published: fc.oneof(anyDay, fc.string()),
      query: anyText,
      count: fc.double(),
      step: fc.integer(),
      start: fc.double(),
    },
    { requiredKeys: [] },
  ),
);
const KINDS = ['page:candidate', 'page:find', 'page:count', 'card:get', 'base:search', 'base:timeline', 'tab:state', 'tab:goto', 'tab:step', 'toString', '__proto__', ''] as const; // prettier-ignore

let seen: { kind: string; ask: unknown }[] = [];
const handler = (kind: string) => (asked: unknown) => {
  seen.push({ kind, ask: asked });
  return Promise.resolve(null as never);
};
const stop = new AbortController();
receive(Object.fromEntries(KINDS.map((kind) => [kind, handler(kind)])) as Handlers, stop.signal);

export const onInputs: Fuzz[] = [
  fuzz('stored settings of any shape are read as sound ones', 1000, fc.oneof(fc.jsonValue(), bent), (raw) => {
    const read = readStored(raw);
    must(v.is(settingsSchema, read), () => `not sound: ${json(read)}`);
    must(json(readStored(read)) === json(read), () => 'read again, they differ');
    must(
      Object.values(withDefaults(read)).every((field) => field !== undefined),
      () => 'a field is missing',
    );
  }),
  fuzz('one entry that is unsound costs only itself', 500, settings, (sound) => {
    const good = ['a.example', 'b.example:8080'];
    const read = readStored({ ...sound, off: [...good, ...sound.off], muted: ['iss', ...sound.muted] });
    must(
      good.every((h) => read.off?.includes(h)),
      () => `sites were lost: ${json(read.off)}`,
    );
    must(read.muted?.[0] === 'iss', () => `muted terms were lost: ${json(read.muted)}`);
  }),
  fuzz('any site that a page can be on can be turned off, exported and imported', 1000, url, (address) => {
    const site = siteOf(address);
    if (site === null) return;
    must(readStored({ off: [site] }).off?.[0] === site, () => `${site} is not kept`);
    const parsed = parseSettings(settingsText({ ...DEFAULTS, off: [site] }), MOST_ENTRIES);
    must(parsed.ok && parsed.settings.off[0] === site, () => `${site} is not imported: ${json(parsed)}`);
  }),
  fuzz(
    'any text is a settings file or is refused',
    600,
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      bent.map((b) => json({ format: 'station-brief-settings-1', ...b })),
    ),
    (text) => {
      const parsed = parseSettings(text, MOST_ENTRIES);
      if (!parsed.ok) return;
      must(
        json(withDefaults(readStored(parsed.settings))) === json(withDefaults(parsed.settings)),
        () => 'imported, but not kept',
      );
      const again = parseSettings(settingsText(parsed.settings), MOST_ENTRIES);
      must(again.ok && json(again.settings) === json(parsed.settings), () => 'exported again, it differs');
    },
  ),
  fuzz(
    'what a reader types is the name of a site that settings keep, or none',
    1000,
    fc.oneof(host, url),
    (typed) => {
      const named = hostOf(typed);
      if (named !== null) must(readStored({ off: [named] }).off?.[0] === named, () => `${named} is not kept`);
    },
  ),
  fuzz(
    'any message is left unanswered or reaches its handler whole',
    1500,
    fc.tuple(
      fc.oneof(fc.record({ kind: fc.constantFrom(...KINDS), ask }), fc.jsonValue()),
      fc.constantFrom(ID, ID, 'another', undefined),
    ),
    ([raw, id]) => {
      seen = [];
      onMessage.emit(raw, { id, url: 'https://example.org/', tab: { id: 1 } });
      must(seen.length === 0 || id === ID, () => 'a stranger was answered');
      for (const { kind, ask: asked } of seen) {
        must((KINDS as readonly string[]).slice(0, 9).includes(kind), () => `${kind} was answered`);
        if (kind !== 'page:find') continue;
        // Whatever passes must be something finding can work on.
        const { article } = asked as { article: Parameters<typeof find>[0] };
        find(article, base, '2026-11-22');
      }
    },
  ),
];
