import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findIn } from './test-base.ts';
import type { Counts } from './evidence.ts';
import { judge, OFF } from './relevance.ts';

describe('is it about the partnership?', () => {
  it.each([
    [
      'station news',
      'Russia stays on the space station',
      'Roscosmos told NASA that its cosmonauts would stay aboard the International Space Station until 2028.',
      true,
    ],
    [
      'partnership without the station in the headline',
      'Space chiefs meet',
      'Dmitry Bakanov, head of Roscosmos, met the NASA Administrator to talk of cooperation on the ISS and of astronauts.',
      true,
    ],
    [
      'a Soyuz flight',
      'Soyuz MS brings crew home',
      'Two cosmonauts and an astronaut of NASA left the International Space Station.',
      true,
    ],
    [
      'politics',
      'Ministers meet in Geneva',
      'They spoke of sanctions, cooperation and agreements all day long.',
      false,
    ],
    ['football', 'Zorya win again', 'The coach praised his goalkeeper after the match in the league.', false],
    [
      'a company called ISS',
      'ISS raises its outlook',
      'ISS said revenue of facility services grew; shareholders get a dividend for cleaning.',
      false,
    ],
    [
      'a video game',
      'New trailer for a sequel',
      'The video game lets players fly to a space station; the movie is next.',
      false,
    ],
    [
      'a galaxy',
      'A telescope sees a galaxy',
      'A black hole in the galaxy, said NASA of its telescope.',
      false,
    ],
    ['nothing', '', '', false],
  ])('%s', (_name, title, text, show) => {
    const finding = findIn(text, { title });
    expect([finding.show, finding.reasons]).toEqual([show, finding.reasons]);
  });

  it('the letters ISS alone prove nothing', () =>
    expect(findIn('ISS ISS ISS', { title: 'ISS' }).show).toBe(false));

  it('the station in passing, far down a long text', () => {
    const long = 'The council talked about roads and schools for the whole evening. '.repeat(40);
    expect(
      findIn(`${long}\nSomeone mentioned the International Space Station.`, { title: 'Council' }).show,
    ).toBe(false);
  });

  it('every reason has a sign, a number and words, and together they make the score', () => {
    const { reasons, score } = findIn(
      'NASA and Roscosmos fly astronauts to the International Space Station.',
      { title: 'A space station' },
    );
    for (const reason of reasons) expect(reason).toMatch(/^[+−]\d+\.\d \S/);
    const sum = reasons.reduce((n, r) => n + Number(r.split(' ')[0]?.replace('−', '-')), -3);
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-sum)), 1);
  });

  // `mayShow` believes every name and leaves out what counts against a page: that may only ever raise the score.
  it('more evidence never lowers the score, nor do fewer words or less of another subject', () => {
    const classes = (
      'iss station kin crew space policy office module vehicle shuttle person deal incident concept title ' +
      'agency-nasa agency-roscosmos agency-esa'
    ).split(' ');
    const amount = fc.record({ title: fc.nat(3), lead: fc.nat(4), more: fc.nat(9) });
    const counts = (names: readonly string[]) =>
      fc.dictionary(fc.constantFrom(...names), amount, { maxKeys: names.length, noNullPrototype: true });
    const countsOf = (all: Record<string, { title: number; lead: number; more: number }>): Counts =>
      Object.fromEntries(
        Object.entries(all).map(([name, { title, lead, more }]) => [
          name.replace('-', ' '),
          { title, lead, body: lead + more },
        ]),
      );
    fc.assert(
      fc.property(
        counts(classes),
        counts(classes),
        counts(Object.keys(OFF)),
        fc.nat(2000),
        (some, extra, off, words) => {
          const more = { ...some };
          for (const [name, { title, lead, more: rest }] of Object.entries(extra)) {
            const old = some[name] ?? { title: 0, lead: 0, more: 0 };
            more[name] = { title: old.title + title, lead: old.lead + lead, more: old.more + rest };
          }
          const least = judge(countsOf({ ...some, ...off }), words).score;
          expect(judge(countsOf(more), 0).score).toBeGreaterThanOrEqual(least);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('without evidence nothing is said', () =>
    expect(judge({}, 0)).toEqual({ show: false, score: 0.047, reasons: [] }));
});
