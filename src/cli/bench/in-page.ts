/** Runs inside the page of a real browser: the jobs, and the clock around them. Driven by bench.ts. */
import index from 'station-brief:index';
import notes from 'station-brief:notes';
import { makeBase, type Base } from '../../match/base.ts';
import { find } from '../../match/find.ts';
import { scan } from '../../match/scan.ts';
import { unpackNotes, type PackedNotes } from '../../match/pack-notes.ts';
import { openIndex, type PackedIndex } from '../../match/pack.ts';
import { tokenise, type Tokens } from '../../match/tokens.ts';
import { repeated, subjectOf } from './article.ts';
import { grow, unpacked } from './grow.ts';
import { aliasesOf, automata, foldedText, formsOf, markPeer, regexPeer, type Peer } from './peers.ts';
import type { BenchApi, Facts, Round } from './types.ts';

interface Job extends Peer {
  /** runs in one sample */
  runs: number;
}

/** A sample lasts at least this long, so that the browser's coarse clock does not matter. Milliseconds. */
const SAMPLE = 4;
/** Warming a job up stops after this. Milliseconds. */
const WARM = 120;
const TODAY = '2026-11-22';

const findIndex = unpacked(openIndex(JSON.parse(index) as PackedIndex));
const noteList = unpackNotes(JSON.parse(notes) as PackedNotes);
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

function ownJobs(base: Base): {
  list: Peer[];
  facts: Omit<Facts, 'jobs' | 'aliases'>;
  subject: ReturnType<typeof subjectOf>;
} {
  const subject = subjectOf(document);
  const { article } = subject;
  const faults: string[] = [];
  if (subject.read() !== article.text) faults.push('the plain reading differs from the text');
  if (subject.floor() === 0) faults.push('the floor read nothing');
  if (!crossOriginIsolated) faults.push('the page is not isolated: the clock is too coarse');
  let tokens: Tokens | undefined;
  const ready = () => (tokens ??= tokenise(`${article.title}\n${article.text}`));
  const list: Peer[] = [
    { name: 'floor', run: subject.floor },
    { name: 'finding', run: () => find({ ...article, text: subject.read() }, base, TODAY).mentions.length },
    { name: 'reading', run: () => subject.read().length },
    { name: 'find', run: () => find(article, base, TODAY).mentions.length },
    { name: 'tokenise', run: () => tokenise(`${article.title}\n${article.text}`).count },
    { name: 'scan', run: () => scanned(ready(), base, article.lang) },
    { name: 'reading as shipped', run: () => subject.readAsShipped().length },
  ];
  return {
    list,
    subject,
    facts: { length: article.text.length, textNodes: subject.textNodes, remarks: [], faults },
  };
}

const api: BenchApi = {
  prepare(step) {
    const began = performance.now();
    const base = makeBase(openIndex(JSON.parse(index) as PackedIndex), noteList);
    const ready = performance.now() - began;
    const { list, facts, subject } = ownJobs(base);
    const { article } = subject;
    const cold = performance.now();
    const { mentions } = find(article, base, TODAY);
    const took = performance.now() - cold;
    facts.remarks.push(
      `ours: ${mentions.length} mentions (${article.lang}); the index is ready in ${Math.round(ready)} ms; first find, nothing compiled yet, ${took.toFixed(1)} ms`,
    );
    const tokens = tokenise(`${article.title}\n${article.text}`);
    if (!scanned(tokens, base, article.lang)) facts.faults.push('the scan met nothing');
    const forms = formsOf(findIndex, step);
    const aliases = aliasesOf(forms);
    ({ remarks } = facts);
    list.push(
      regexPeer(forms, article.text, remarks),
      ...automata(aliases, foldedText(tokens), remarks),
      markPeer(subject.root, aliases, remarks),
    );
    return { ...facts, aliases: aliases.length, jobs: take(list) };
  },

  prepareGrowth(aliases, texts) {
    const { article } = subjectOf(document);
    remarks = [];
    const list: Peer[] = [];
    let forms = 0;
    for (const times of aliases) {
      const base = makeBase(grow(findIndex, times), noteList);
      forms = Math.max(forms, base.matcher.names(article.lang).ends.length);
      if (times === 1) {
        for (const by of texts) {
          const longer = repeated(article, by);
          list.push({ name: `text × ${by}`, run: () => find(longer, base, TODAY).mentions.length });
        }
      }
      list.push({ name: `aliases × ${times}`, run: () => find(article, base, TODAY).mentions.length });
    }
    const faults = list
      .filter((job) => job.name.startsWith('text') && !job.run())
      .map((job) => `${job.name}: no mention found`);
    return { length: article.text.length, textNodes: 0, aliases: forms, jobs: take(list), remarks, faults };
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
