import { describe, expect, it } from 'vitest';
import { leadOnly } from './leads.ts';

describe('hosts that are leads only', () => {
  it.each([
    ['en.wikipedia.org', 'a wiki'],
    ['www.scribd.com', 'a place for documents that anybody puts up'],
    ['es.scribd.com.', 'a place for documents that anybody puts up'],
    ['X.COM', 'a forum or a network where anybody writes'],
    ['nasa.gov', null],
    ['spacex.com', null],
    ['notwikipedia.org', null],
    ['com', null],
    ['', null],
  ])('%s: %s', (host, kind) => expect(leadOnly(host)).toBe(kind));
});
