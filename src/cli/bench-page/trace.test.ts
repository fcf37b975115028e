import { describe, expect, it } from 'vitest';
import { costOf } from './trace.ts';

const URL = 'https://news.example/a';
/** Times in ms; CPU time is the whole time unless given. */
const event = (name: string, ts: number, dur: number, more: object = {}) => ({
  ph: 'X',
  name,
  pid: 1,
  tid: 1,
  ts: ts * 1000,
  dur: dur * 1000,
  tdur: dur * 1000,
  ...more,
});
const PARSE = event('ParseHTML', 0, 5, { args: { beginData: { url: URL } } });
const cost = (...traceEvents: object[]) =>
  costOf(Buffer.from(JSON.stringify({ traceEvents: [PARSE, ...traceEvents] })), URL);

describe('the cost of script in a trace', () => {
  it('is nothing without script', () =>
    expect(cost(event('RunTask', 10, 5), event('Paint', 10, 4))).toEqual({
      script: 0,
      longest: 0,
      worlds: 0,
    }));

  it('counts what lies in script with it, and once', () =>
    expect(
      cost(
        event('RunTask', 10, 9),
        event('EvaluateScript', 10, 6),
        event('v8.run', 11, 4),
        event('Layout', 12, 2),
      ).script,
    ).toBe(6));

  it('takes CPU time, not time', () =>
    expect(cost(event('RunTask', 10, 9), event('EvaluateScript', 10, 6, { tdur: 2000 })).script).toBe(2));

  it('adds up within a task for the longest run, not across tasks', () => {
    const { script, longest } = cost(
      event('RunTask', 10, 9),
      event('EvaluateScript', 10, 3),
      event('BlinkScheduler_PerformMicrotaskCheckpoint', 14, 2),
      event('RunTask', 30, 9),
      event('TimerBase::run', 31, 4),
    );
    expect([script, longest]).toEqual([9, 5]);
  });

  it('keeps the making of a world apart', () =>
    expect(
      cost(
        event('RunTask', 10, 9),
        event('ScriptInjection::InjectJs', 10, 6),
        event('LocalWindowProxy::Initialize', 11, 4),
      ),
    ).toEqual({ script: 2, longest: 2, worlds: 4 }));

  it('counts messages to extensions, and no others', () => {
    const message = (tag: string, ts: number) =>
      event('Receive mojo message', ts, 3, { args: { chrome_mojo_event_info: { mojo_interface_tag: tag } } });
    expect(cost(message('extensions.mojom.MessagePort', 10), message('blink.mojom.Widget', 20)).script).toBe(
      3,
    );
  });

  it('leaves other threads and processes out', () =>
    expect(
      cost(event('EvaluateScript', 10, 6, { tid: 2 }), event('EvaluateScript', 10, 6, { pid: 2 })).script,
    ).toBe(0));

  it('says when the page is not in it', () =>
    expect(() => costOf(Buffer.from('{"traceEvents":[]}'), URL)).toThrow('was not parsed'));
});
