import { describe, expect, it } from 'vitest';
import { commandOf } from './command.ts';

const CLOCK = '2026-11-22';

describe('arguments of facts', () => {
  it.each([
    ['', { name: 'report' }],
    ['report', { name: 'report' }],
    ['json', { name: 'json' }],
    ['show iss', { name: 'show', id: 'iss', lang: 'en' }],
    ['show iss --lang ru', { name: 'show', id: 'iss', lang: 'ru' }],
    ['--lang=ru show iss', { name: 'show', id: 'iss', lang: 'ru' }],
    ['asof 2022-08-01', { name: 'asof', date: '2022-08-01', lang: 'en' }],
    ['asof 2022', { name: 'asof', date: '2022', lang: 'en' }],
    ['check', { name: 'check', files: [] }],
    ['check a.yaml b.yaml', { name: 'check', files: ['a.yaml', 'b.yaml'] }],
  ])('“%s”', (line, command) =>
    expect(commandOf(line.split(' ').filter(Boolean), CLOCK)).toEqual({ command, today: CLOCK }),
  );

  it('--today stands in for the clock', () =>
    expect(commandOf(['--today', '2024-02-29'], CLOCK).today).toBe('2024-02-29'));

  it.each([
    ['bogus', 'unknown command “bogus”'],
    ['constructor', 'unknown command “constructor”'],
    ['show', 'show: expected the id of a record'],
    ['show a b', 'show: did not expect “b”'],
    ['json x', 'json: did not expect “x”'],
    ['asof', 'asof: expected a date'],
    ['asof 2022-02-30', 'not “2022-02-30”'],
    ['asof yesterday', 'not “yesterday”'],
    ['show iss --lang de', 'not in “de”'],
    ['--today 2022', 'expected a day'],
    ['--nonsense', '--nonsense'],
  ])('“%s” is refused', (line, message) => expect(() => commandOf(line.split(' '), CLOCK)).toThrow(message));
});
