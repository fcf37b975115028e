import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { UI_LANGS } from '../../ui/strings/index.ts';
import { manifestFor, readOutlets } from '../build.ts';
import {
  answersSchema,
  askedFor,
  fillIn,
  LIMITS,
  listingSchema,
  readAnswers,
  readListing,
  readPrivacy,
  readReviewers,
  readSummary,
} from './listing.ts';

const counts = { records: 1180, sources: 1249, sites: 390 };

describe('listing texts', () => {
  it.each(UI_LANGS)('%s fits the stores and has nothing left to fill in', (lang) => {
    const listing = readListing(lang, counts);
    expect(listing.description).not.toMatch(/[{}]/);
    expect(listing.description).toContain('249');
    expect(readSummary(lang).length).toBeLessThanOrEqual(LIMITS.summary);
  });
  it('say the same in every language: as many paragraphs and points', () => {
    const shape = (lang: (typeof UI_LANGS)[number]) => {
      const { description } = readListing(lang, counts);
      return [description.split('\n\n').length, description.split('•').length];
    };
    for (const lang of UI_LANGS) expect(shape(lang), lang).toEqual(shape('en'));
  });
  it.each([
    ['too long', 'x'.repeat(LIMITS.description + 1), 'more than 15000'],
    ['empty', '  ', 'is empty'],
  ])('a text that is %s is refused', (_, description, message) => {
    const captions = { card: 'a', claim: 'b', popup: 'c', settings: 'd' };
    const { success, issues } = v.safeParse(listingSchema, { description, captions });
    expect(success).toBe(false);
    expect(issues?.[0].message).toContain(message);
  });
  it('numbers are written as the language writes them', () => {
    expect(fillIn('{n}', { n: 1180 }, 'en')).toBe('1,180');
    expect(fillIn('{n}', { n: 1180 }, 'de')).toBe('1.180');
    expect(fillIn('{n}', { n: 1180 }, 'es')).toBe('1.180');
    expect(fillIn('{n}', { n: 1180 }, 'ru')).toBe('1\u00a0180');
  });
  it('an unknown name in braces is an error', () => expect(() => fillIn('{x}', {}, 'en')).toThrow('{x}'));
});

describe('answers to the stores', () => {
  it.each(['chrome', 'firefox'] as const)('give a reason for what %s asks for', (name) => {
    const reasons = Object.keys(readAnswers().permissions);
    for (const asked of askedFor(manifestFor(name, readOutlets()))) expect(reasons).toContain(asked);
  });
  it('give no reason for what is not asked', () =>
    expect(Object.keys(readAnswers().permissions).sort()).toEqual(
      askedFor(manifestFor('chrome', readOutlets())).sort(),
    ));
  it('declare what the manifest declares', () => {
    expect(readAnswers().dataUse.collected).toEqual([]);
    expect(manifestFor('firefox', readOutlets())['browser_specific_settings']).toMatchObject({
      gecko: { data_collection_permissions: { required: [readAnswers().firefoxDataCollection] } },
    });
  });
  it('a reason that is too long is refused', () => {
    const answers = { ...readAnswers(), remoteCode: 'x'.repeat(LIMITS.reason + 1) };
    expect(v.safeParse(answersSchema, answers).success).toBe(false);
  });
  it('the privacy policy and the notes for reviewers are there, and short enough', () => {
    expect(readPrivacy()).toContain('collects nothing');
    expect(readReviewers({ node: 'v20', libraries: '- preact 11' })).toContain('npm ci');
  });
});
