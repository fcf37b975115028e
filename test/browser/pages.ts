/** Own-written sample pages, answered under the host names they stand for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-facts.ts';
import type { Answer } from '../../src/cli/serve.ts';

export interface SamplePage {
  file: string;
  host: string;
  path: string;
  lang: string;
  published: string | null;
  publishedFrom: string;
  expect: 'show' | 'quiet';
  mustMark?: [surface: string, id: string][];
  mustNotMark?: string[];
  headers?: Record<string, string>;
}

export const PAGES = join(ROOT, 'test/pages');
export const samplePages = (): SamplePage[] =>
  JSON.parse(readFileSync(join(PAGES, 'index.json'), 'utf8')) as SamplePage[];
export const addressOf = (page: SamplePage): string => `https://${page.host}${page.path}`;

/** Answers with the sample whose host and path are asked for, and with an empty page elsewhere on those hosts. */
export function answerSamples(pages = samplePages()): Answer {
  return (url) => {
    const page = pages.find((p) => p.host === url.hostname && p.path === url.pathname);
    return page ? { body: readFileSync(join(PAGES, page.file)), headers: page.headers ?? {} } : null;
  };
}

/** @throws Error for a file that test/pages/index.json does not list */
export function sampleNamed(file: string): SamplePage {
  const page = samplePages().find((p) => p.file === file);
  if (!page) throw new Error(`no sample page ${file}`);
  return page;
}

/** The partnership sample on a site that is on no list. */
export const UNLISTED: SamplePage = {
  ...sampleNamed('partnership-2025.html'),
  host: 'small-paper.example',
  path: '/station.html',
};
