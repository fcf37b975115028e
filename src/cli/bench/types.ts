/** What the command line asks of the script in the page, and what it is told. Plain data only. */

export interface Facts {
  /** text of the article without its title, UTF-16 code units */
  length: number;
  textNodes: number;
  /** forms a peer is given */
  aliases: number;
  /** whether the page is about the partnership, as finding sees it */
  shown: boolean;
  /** names of the jobs that can be sampled, in the order of the table */
  jobs: string[];
  /** said below the table: what a peer could not bear, how long it took to get ready */
  remarks: string[];
  /** what went wrong in a check of the results */
  faults: string[];
}

/** Milliseconds that a page costs; all that comes after the first look is 0 where that sees no need. */
export interface Cost {
  /** first script, on every page */
  look: number;
  /** reading in the page, by the second script */
  reading: number;
  /** finding, in the background */
  finding: number;
  worth: boolean;
  shown: boolean;
}

/** Milliseconds of one run by job. */
export type Round = Record<string, number>;

export interface BenchApi {
  /** Shows a page, finds its article, makes jobs ready; peers are given every `step`th alias of its language. */
  prepare(html: string, step: number): Facts;
  /** Makes the jobs of growth: aliases times each of `aliases`, text times each of `texts`. Replaces all jobs. */
  prepareGrowth(html: string, aliases: number[], texts: number[]): Facts;
  /** What one page costs in scripts, each run once. */
  cost(html: string): Cost;
  /** Runs a job until it is compiled and sets how often it runs for one sample; returns what it found. */
  warm(name: string): number;
  /** Said below the table: what a peer could not bear, how long it took to get ready. */
  remarks(): string[];
  /** One sample of each job named, in the order given. */
  round(names: string[]): Round;
}

declare global {
  interface Window {
    stationBench: BenchApi;
  }
}
