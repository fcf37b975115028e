/** The pages that the base cites: one page is described one way everywhere, one publisher has one name. Pure. */
import { leadOnly } from './leads.ts';
import type { Fact } from './schema.ts';
import type { Problem } from './validate.ts';

type Source = Fact['sources'][number];

/** Fields in which every mention of one page agrees. */
const SAME = ['title', 'publisher', 'published', 'lang', 'tier'] as const;

/**
 * A publisher's parts: `AP (at KXL)` is AP's text on the pages of KXL, `UAWire (citing TASS)` is UAWire's account of
 * what TASS wrote.
 */
const PARTS = /^(?<name>.+?) \((?<how>at|citing) (?<other>.+)\)$/;

/**
 * Who may carry a page of tier 1 that is not theirs: public archives and libraries, printers of statutes, and services
 * where the author itself puts the text up. With any other carrier the page is a copy, so tier 2.
 */
const KEEPERS = new Set([
  'FAS',
  'GlobalSecurity.org',
  'Internet Archive',
  'Issuu',
  'Justia',
  'LexBuild',
  'Library and Archives Canada',
  'National Archives',
  'Newswire',
  'NII TP',
  'UNT CyberCemetery',
  'UNT Web Archive',
]);

/** A carrier or an origin named in other words than `at` and `citing`, which the parts would miss. */
const LOOSE = /\((?!at |citing )[^)]*\b(?:carried|copy|from|in|quoting|via)\b/;

/** Who publishes the pages of an address: `KXL` for `AP (at KXL)`, else the publisher itself. */
export function carrierOf(publisher: string): string {
  const { name, how, other } = PARTS.exec(publisher)?.groups ?? {};
  return (how === 'at' ? other : name) ?? publisher;
}

/** Whose word it is: `AP` for `AP (at KXL)`, `TASS` for `UAWire (citing TASS)`; two of one origin are one witness. */
export function originOf(publisher: string): string {
  const { name, how, other } = PARTS.exec(publisher)?.groups ?? {};
  return (how === 'citing' ? other : name) ?? publisher;
}

/** What is left of a name when its typography is taken away. */
const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const hostOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?([^/]+?)\.?(?:[:/].*)?$/, '$1');

/**
 * Contradictions between sources of different files, or of one.
 * @returns in base order; each is said once, where the second form comes
 */
export function checkPages(facts: readonly Fact[]): Problem[] {
  const problems: Problem[] = [];
  const said = new Set<string>();
  const pages = new Map<string, { source: Source; file: string }>();
  const hosts = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { file, sources } of facts) {
    for (const source of sources) {
      const bad = (what: string) => {
        if (said.has(what)) return;
        said.add(what);
        problems.push({ file, record: '', field: 'sources', what });
      };
      const { url, publisher } = source;
      const first = pages.get(url);
      if (!first) pages.set(url, { source, file });
      else {
        for (const field of SAME) {
          const [here, there] = [source[field], first.source[field]];
          if (here !== there) bad(`${url} has ${field} “${here}” here, “${there}” in ${first.file}`);
        }
      }
      if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(publisher))
        bad(`the publisher “${publisher}” is not in Latin letters; use its own English name`);
      if (LOOSE.test(publisher))
        bad(`the publisher “${publisher}” is to be written “A (at B)” or “A (citing B)”`);
      const carrier = carrierOf(publisher);
      if (source.tier === 1 && carrier !== originOf(publisher) && !KEEPERS.has(carrier))
        bad(`${url} is a copy, or an account of another’s text (“${publisher}”), so tier 2`);
      const host = hostOf(url);
      const lead = leadOnly(host);
      if (lead !== null) bad(`${url} leads to a source and is none: ${host} is ${lead}`);
      const owner = hosts.get(host) ?? carrier;
      hosts.set(host, owner);
      if (owner !== carrier) bad(`the pages of ${host} are published by both “${owner}” and “${carrier}”`);
      for (const name of new Set([carrier, originOf(publisher)])) {
        const known = names.get(bare(name)) ?? name;
        names.set(bare(name), known);
        if (known !== name) bad(`the publisher “${name}” is “${known}” elsewhere`);
      }
    }
  }
  return problems;
}
