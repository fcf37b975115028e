/** Runs inside the page of a real browser: the jobs, and the clock around them. Driven by bench.ts. */
import index from 'station-brief:index';
import notes from 'station-brief:notes';
import { makeBase, type Base } from '../../match/base.ts';
import { findShown } from '../../match/find.ts';
import { scan } from '../../match/scan.ts';
import { unpackNotes, type PackedNotes } from '../../match/pack-notes.ts';
import { openIndex, type PackedIndex } from '../../match/pack.ts';
import { tokenise, type Tokens } from '../../match/tokens.ts';
import type { Article } from '../../match/types.ts';
import { readArticle } from '../../page/article.ts';
import { firstLook } from '../../page/gate.ts';
import { repeated, subjectOf, type Subject } from './article.ts';
import { grow, unpacked } from './grow.ts';
import { aliasesOf, automata, foldedText, formsOf, markPeer, regexPeer, type Peer } from './peers.ts';
import type { BenchApi, Round } from './types.ts';

interface Job extends Peer {
  /** runs in one sample */
  runs: number;
}

/** A sample lasts at least this long, so that the browser's coarse clock does not matter. Milliseconds. */
const SAMPLE = 4;
/** Warming a job up stops after this. Milliseconds. */
const WARM = 120;
const TODAY = '2026-11-22';

const openBase = (): Base =>
  makeBase(openIndex(JSON.parse(index) as PackedIndex), () => unpackNotes(JSON.parse(notes) as PackedNotes));
const base = openBase();
const findIndex = unpacked(openIndex(JSON.parse(index) as PackedIndex));
/** Peers take seconds to get ready, so they are made once for a language. */
const automataOf = new Map<string, ReturnType<typeof automata>>();
let jobs = new Map<string, Job>();
/** Results are kept here: a compiler must not leave out what nobody uses. */
let sink = 0;
let remarks: string[] = [];

function take(list: readonly Peer[]): string[] {
  jobs = new Map(list.map((job) => [job.name, { ...job, runs: 1 }]));
  return [...jobs.keys()];
}

/** @returns milliseconds of one run; a job that must be undone runs once */
function sample(job: Job): number {
  const runs = job.reset ? 1 : job.runs;
  const began = performance.now();
  for (let run = 0; run < runs; run++) sink += job.run();
  const took = performance.now() - began;
  job.reset?.();
  return took / runs;
}

const scanned = (tokens: Tokens, { matcher }: Base, lang: string): number =>
  scan(tokens, matcher.names(lang)).length + scan(tokens, matcher.cues(lang)).length;

/** What would lead the page elsewhere or load something into it while the clock runs. */
const LIVELY =
  'script:not([type="application/ld+json"]), iframe, frame, frameset, object, embed, base, meta[http-equiv]';

/** Puts a page in the place of the one shown; its scripts do not run, its frames do not load. */
function show(html: string): void {
  const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
  for (const el of documentElement.querySelectorAll(LIVELY)) el.remove();
  document.replaceChild(document.adoptNode(documentElement), document.documentElement);
}

const today = (): string => TODAY;
const shown = (article: Article): number => findShown(article, base, today)?.mentions.length ?? 0;

function ownJobs({ article, read, floor, readAsShipped }: Subject): Peer[] {
  const whole = `${article.title}\n${article.text}`;
  let tokens: Tokens | undefined;
  const ready = () => (tokens ??= tokenise(whole));
  return [
    { name: 'floor', run: floor },
    { name: 'finding', run: () => shown({ ...article, text: read() }) },
    { name: 'reading', run: () => read().length },
    { name: 'find', run: () => shown(article) },
    { name: 'tokenise', run: () => tokenise(whole).count },
    { name: 'names', run: () => scan(ready(), base.matcher.names(article.lang)).length },
    { name: 'same job', run: () => scanned(tokenise(whole), base, article.lang) },
    { name: 'reading as shipped', run: () => readAsShipped().length },
  ];
}

function faultsOf(subject: Subject): string[] {
  const faults: string[] = [];
  if (subject.read() !== subject.article.text) faults.push('the plain reading differs from the text');
  if (subject.floor() === 0) faults.push('the floor read nothing');
  if (!crossOriginIsolated) faults.push('the page is not isolated: the clock is too coarse');
  return faults;
}

const timed = (run: () => unknown): number => {
  const began = performance.now();
  run();
  return performance.now() - began;
};

const api: BenchApi = {
  prepare(html, step) {
    show(html);
    const subject = subjectOf(document);
    const { article } = subject;
    const fresh = openBase();
    const parsed = timed(() => fresh.matcher.index);
    const names = timed(() => fresh.matcher.names(article.lang));
    const cues = timed(() => fresh.matcher.cues(article.lang));
    const records = timed(() => fresh.notes);
    const first = timed(() => findShown(article, fresh, today));
    const finding = findShown(article, base, today);
    remarks = [
      `ours: ${finding ? `${finding.mentions.length} mentions` : 'not shown'} (${article.lang}); ready in ms: names ${(parsed + names).toFixed(1)}, ` +
        `cues ${cues.toFixed(1)}, notes ${records.toFixed(1)}; first find after that ${first.toFixed(1)}`,
    ];
    const forms = formsOf(findIndex, article.lang, step);
    const aliases = aliasesOf(forms);
    const folded = foldedText(tokenise(`${article.title}\n${article.text}`));
    let peers = automataOf.get(article.lang);
    if (!peers) automataOf.set(article.lang, (peers = automata(aliases)));
    const list = [
      ...ownJobs(subject),
      regexPeer(forms, article.text, remarks),
      ...peers.map((peer) => peer(folded, remarks)),
      markPeer(subject.root, aliases, remarks),
    ];
    return {
      length: article.text.length,
      textNodes: subject.textNodes,
      aliases: aliases.length,
      shown: finding !== null,
      jobs: take(list),
      remarks,
      faults: faultsOf(subject),
    };
  },

  prepareGrowth(html, aliases, texts) {
    show(html);
    const { article } = subjectOf(document);
    remarks = [];
    const list: Peer[] = [];
    let forms = 0;
    for (const times of aliases) {
      const grown = times === 1 ? base : makeBase(grow(findIndex, times), [...base.notes.values()]);
      forms = Math.max(forms, grown.matcher.names(article.lang).ends.length);
      if (times === 1) {
        for (const by of texts) {
          const longer = repeated(article, by);
          list.push({ name: `text × ${by}`, run: () => shown(longer) });
        }
      }
      list.push({
        name: `aliases × ${times}`,
        run: () => findShown(article, grown, today)?.mentions.length ?? 0,
      });
    }
    const faults = list
      .filter((job) => job.name.startsWith('text') && !job.run())
      .map((job) => `${job.name}: no mention found`);
    return {
      length: article.text.length,
      textNodes: 0,
      aliases: forms,
      shown: true,
      jobs: take(list),
      remarks,
      faults,
    };
  },

  cost(html) {
    show(html);
    let worth = false;
    const look = timed(() => (worth = firstLook(document, 'https://example.org/').worth));
    if (!worth) return { look, reading: 0, finding: 0, worth, shown: false };
    let read: ReturnType<typeof readArticle> = null;
    const reading = timed(() => (read = readArticle(document, 'https://example.org/')));
    const article = (read as { article: Article } | null)?.article;
    if (article) base.matcher.names(article.lang); // in the background, once for all pages
    let isShown = false;
    const finding = article ? timed(() => (isShown = findShown(article, base, today) !== null)) : 0;
    return { look, reading, finding, worth, shown: isShown };
  },

  warm(name) {
    const job = jobs.get(name);
    if (!job) return 0;
    const found = job.run(); // a peer is made by its first run
    job.reset?.();
    const began = performance.now();
    let runs = 0;
    let spent = 0;
    for (; spent < WARM && runs < 2000; runs++) {
      sample(job);
      spent = performance.now() - began;
    }
    job.runs = Math.max(1, Math.ceil((SAMPLE * runs) / spent));
    return found;
  },

  remarks: () => remarks,

  round(names) {
    const out: Round = {};
    for (const name of names) {
      const job = jobs.get(name);
      if (job) out[name] = sample(job);
    }
    document.documentElement.dataset['sink'] = String(sink);
    return out;
  },
};

window.stationBench = api;
