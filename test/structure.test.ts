/** What holds for the tree as a whole: who imports whom, how long files are, what shipped code never does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadFacts } from '../src/cli/load-facts.ts';
import { noteOf } from '../src/match/base.ts';
import { changesSince, digestOf } from '../src/match/digest.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SRC = join(ROOT, 'src');
const ROOMS = ['facts', 'match', 'page', 'ui', 'shell', 'entries', 'cli'];
const MOST_LINES = 250;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$|(^|\/)test-[a-z]+\.ts$/.test(f))
  .map((f) => ({ name: f, room: f.split('/')[0] ?? '', source: readFileSync(join(SRC, f), 'utf8') }));
/** What goes into the package: everything but the command line. */
const shipped = files.filter((f) => f.room !== 'cli');

interface Import {
  from: string;
  room: string;
  /** path from src, or the name of a package */
  to: string;
  toRoom: string | null;
  typeOnly: boolean;
}

const IMPORT =
  /^\s*(?:import|export)\s(?<type>type\s)?(?<names>[^'"]*?from\s*)?['"](?<path>[^'"]+)['"]|\bimport\(\s*['"](?<late>[^'"]+)['"]\s*\)/gm;

const imports: Import[] = files.flatMap(({ name, room, source }) =>
  [...source.matchAll(IMPORT)].map(({ groups = {} }) => {
    const path = groups['path'] ?? groups['late'] ?? '';
    const inside = path.startsWith('.') ? relative(SRC, resolve(SRC, dirname(name), path)) : null;
    const braces = /^\{([^}]*)\}/.exec(groups['names'] ?? '')?.[1];
    const allTypes =
      braces !== undefined &&
      braces
        .split(',')
        .filter((n) => n.trim())
        .every((n) => n.trim().startsWith('type '));
    return {
      from: name,
      room,
      to: inside ?? path,
      toRoom: inside?.split('/')[0] ?? null,
      typeOnly: groups['type'] !== undefined || allTypes,
    };
  }),
);

const say = (i: Import): string => `${i.from} imports ${i.to}`;

describe('rooms', () => {
  it('reads imports at all', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.filter((i) => i.typeOnly).length).toBeGreaterThan(50);
    expect(new Set(files.map((f) => f.room))).toEqual(new Set(ROOMS));
  });
  it('every imported file is there', () =>
    expect(imports.filter((i) => i.toRoom !== null && !existsSync(join(SRC, i.to))).map(say)).toEqual([]));
  it('a room imports only from itself and from rooms to its left', () =>
    expect(
      imports.filter((i) => i.toRoom !== null && ROOMS.indexOf(i.toRoom) > ROOMS.indexOf(i.room)).map(say),
    ).toEqual([]));
  it('nothing shipped imports the command line', () =>
    expect(imports.filter((i) => i.toRoom === 'cli' && i.room !== 'cli').map(say)).toEqual([]));

  const allowed: [room: string, may: (i: Import) => boolean][] = [
    ['facts', (i) => i.toRoom === 'facts'],
    ['match', (i) => i.toRoom === 'match' || i.toRoom === 'facts'],
    ['page', (i) => ['page', 'match', 'facts'].includes(i.toRoom ?? '')],
    ['ui', (i) => i.toRoom === 'ui' || i.toRoom === 'facts' || (i.toRoom === 'match' && i.typeOnly)],
    [
      'shell',
      (i) =>
        i.toRoom === 'shell' ||
        i.toRoom === 'facts' ||
        ((i.toRoom === 'match' || i.toRoom === 'ui') && i.typeOnly),
    ],
    ['entries', (i) => i.toRoom !== 'cli'],
  ];
  it.each(allowed)('%s keeps to what it may import', (room, may) =>
    expect(imports.filter((i) => i.room === room && i.toRoom !== null && !may(i)).map(say)).toEqual([]),
  );
});

describe('scripts on pages of others', () => {
  /** All files that a bundle holds, by what they import; types are gone from it. */
  const reached = (from: string): string[] => {
    const seen = new Set([from]);
    for (const file of seen)
      for (const i of imports) if (i.from === file && !i.typeOnly && i.toRoom !== null) seen.add(i.to);
    return [...seen].sort();
  };
  it.each(['entries/gate.ts', 'entries/reader.ts'])(
    '%s holds nothing of finding and no fact schema',
    (entry) =>
      // Tables for finding take a megabyte of memory and tens of milliseconds on every page; the background has them.
      expect(reached(entry).filter((f) => /^match\/(?!language\.ts)|^facts\/(?!dates\.ts)/.test(f))).toEqual(
        [],
      ),
  );
  it('sees what is reached', () => {
    expect(reached('entries/reader.ts')).toContain('page/text.ts');
    expect(reached('entries/background.ts')).toContain('match/tokens.ts');
  });
});

describe('packages', () => {
  const PACKAGES: Record<string, RegExp> = {
    facts: /^valibot$/,
    match: /^$/,
    page: /^$/,
    ui: /^(preact(\/.*)?|@floating-ui\/dom|d3-scale|d3-time)$/,
    shell: /^(valibot|webextension-polyfill)$/,
    entries: /^(station-brief:.*|preact(\/.*)?)$/,
  };
  it.each(Object.entries(PACKAGES))('%s uses no others than its own', (room, names) =>
    expect(imports.filter((i) => i.room === room && i.toRoom === null && !names.test(i.to)).map(say)).toEqual(
      [],
    ),
  );
  it('one file speaks to the browser', () =>
    expect(imports.filter((i) => i.to.startsWith('webextension-polyfill')).map((i) => i.from)).toEqual([
      'shell/browser.ts',
    ]));
  it('every dependency is used, and every one used is listed', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const used = imports
      .filter((i) => i.toRoom === null && i.room !== 'cli' && !i.to.includes(':'))
      .map((i) => /^(@[^/]+\/)?[^/]+/.exec(i.to)?.[0] ?? i.to);
    expect([...new Set(used)].sort()).toEqual(Object.keys(dependencies).sort());
  });
});

/** Source without its comments; words in prose are no code. */
const code = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

describe('shipped code', () => {
  const NEVER =
    /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(|XMLHttpRequest|\bfetch\(|WebSocket|sendBeacon|EventSource|importScripts|WebTransport|RTCPeerConnection|dangerouslySetInnerHTML/;
  it('makes no markup from text, runs no text and asks no network', () =>
    expect(
      shipped.flatMap((f) =>
        NEVER.exec(code(f.source)) ? [`${f.name}: ${NEVER.exec(code(f.source))?.[0]}`] : [],
      ),
    ).toEqual([]));
  it.each([
    ['el.innerHTML = x', true],
    ['await fetch(url)', true],
    ['prefetch(url)', false],
    ['navigator.sendBeacon(x)', true],
    ['// no innerHTML here', false],
  ])('the check sees %s: %s', (line, bad) => expect(NEVER.test(code(line))).toBe(bad));

  it('pure rooms know no clock, locale or browser', () => {
    const IMPURE =
      /\bDate\.now\(|new Date\(\)|toLocale[A-Z]|\bIntl\.|\bdocument\.|\bwindow\.|\bchrome\.|\bbrowser\.|Math\.random\(|\bprocess\./;
    const pure = shipped.filter((f) => f.room === 'facts' || f.room === 'match');
    expect(
      pure.flatMap((f) =>
        IMPURE.exec(code(f.source)) ? [`${f.name}: ${IMPURE.exec(code(f.source))?.[0]}`] : [],
      ),
    ).toEqual([]);
  });
  it('has no any', () =>
    expect(
      shipped.filter((f) => /:\s*any\b|\bas any\b|<any>/.test(code(f.source))).map((f) => f.name),
    ).toEqual([]));
});

describe('style sheets', () => {
  const sheets = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.css'))
    .map((f) => ({ name: f, css: readFileSync(join(SRC, f), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }));
  it('are there', () => expect(sheets.length).toBeGreaterThan(4));
  it('take no measure from the page the card stands in, and no address from anywhere', () =>
    expect(
      sheets.flatMap(({ name, css }) =>
        [...css.matchAll(/\d(?:rem|rlh|rch|rex)\b|@property|@import(?! '\.\/)|url\(|@font-face/g)].map(
          (m) => `${name}: ${m[0]}`,
        ),
      ),
    ).toEqual([]));
  it('name every property of ours with our prefix', () =>
    expect(
      sheets.flatMap(({ name, css }) =>
        [...css.matchAll(/(?<![\w-])--(?!sb-)[\w-]+/g)].map((m) => `${name}: ${m[0]}`),
      ),
    ).toEqual([]));
});

describe('files', () => {
  it(`are at most ${MOST_LINES} lines long`, () =>
    expect(
      files
        .map((f) => ({ name: f.name, lines: f.source.trimEnd().split('\n').length }))
        .filter((f) => f.lines > MOST_LINES),
    ).toEqual([]));
});

describe('facts', () => {
  const { facts, problems } = loadFacts();
  it('have a code each by which a later version knows what changed, and all codes are small', () => {
    const notes = facts.map(noteOf);
    const digest = digestOf(notes);
    expect(digest.length).toBeLessThan(25_000);
    // Two ids with one code would show as changed.
    expect(changesSince(digest, notes)).toEqual({ changed: [], added: [] });
  });
  it('are sound', () =>
    expect(problems.map((p) => `${p.file} ${p.record} ${p.field}: ${p.what}`)).toEqual([]));
  it('lead from record to record', () => {
    const ids = new Set(facts.map((f) => f.id));
    const broken = facts.flatMap((f) =>
      Object.values(f.relations ?? {})
        .flat()
        .filter((id) => !ids.has(id))
        .map((id) => `${f.id} to ${id}`),
    );
    expect(broken).toEqual([]);
  });
});
