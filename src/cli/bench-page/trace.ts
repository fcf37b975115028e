/** Reads a trace of Chromium: what scripts cost the main threads of pages, in CPU time. */

interface TraceEvent {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  /** microseconds */
  ts: number;
  dur?: number;
  /** of the thread's own CPU time, microseconds */
  tdur?: number;
  args?: { beginData?: { url?: string }; chrome_mojo_event_info?: { mojo_interface_tag?: string } };
}

/** All in ms of CPU time on the page's main thread. */
export interface Cost {
  /** all script, with the messages it is sent and the garbage that is collected */
  script: number;
  /** script in the task that had most of it: for as long the page could not answer */
  longest: number;
  /** making the separate worlds that scripts of extensions (and of the driver of this benchmark) run in */
  worlds: number;
}

/** What to record. */
export const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'v8',
  'disabled-by-default-v8.compile',
  'blink',
  'extensions',
];

/**
 * Events that are script, or done for it. Each is counted with all that happens inside it (layout it asks for,
 * compiling), and the outermost only. `ScriptDuration` of the metrics would leave microtasks out.
 */
const SCRIPT =
  /^(?:EvaluateScript|FunctionCall|RunMicrotasks|BlinkScheduler_PerformMicrotaskCheckpoint|TimerBase::run|FireAnimationFrame|FireIdleCallback|EventDispatch|v8\.(?:run|compile|callFunction)|Dispatcher::ExecuteCode|ScriptInjection::InjectJs|MinorGC|MajorGC|V8\.GC.*)$/;
const isScript = ({ name, args }: TraceEvent): boolean =>
  SCRIPT.test(name) ||
  (name === 'Receive mojo message' &&
    args?.chrome_mojo_event_info?.mojo_interface_tag?.startsWith('extensions.mojom.MessagePort') === true);
const isWorld = ({ name }: TraceEvent): boolean => name === 'LocalWindowProxy::Initialize';
const isTask = ({ name }: TraceEvent): boolean => name.endsWith('RunTask');

/** The events of one sort that lie in no other of that sort. @param events of one thread, in order of time */
function* outermost(events: readonly TraceEvent[], sort: (e: TraceEvent) => boolean): Generator<TraceEvent> {
  let end = 0;
  for (const event of events) {
    if (event.ts < end || !sort(event)) continue;
    end = endOf(event);
    yield event;
  }
}

const cpu = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;
const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/**
 * @param trace as puppeteer gives it
 * @param url of the page, which tells its main thread from others
 * @throws Error when the page was not parsed within the trace
 */
export function costOf(trace: Uint8Array, url: string): Cost {
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString('utf8')) as { traceEvents: TraceEvent[] };
  const host = new URL(url).host;
  const parsed = traceEvents.find((e) => e.name === 'ParseHTML' && e.args?.beginData?.url?.includes(host));
  if (!parsed) throw new Error(`${url} was not parsed within the trace`);
  const events = traceEvents
    .filter((e) => e.ph === 'X' && e.pid === parsed.pid && e.tid === parsed.tid)
    // The outer one first where two begin together.
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const worlds = [...outermost(events, isWorld)];
  // A world is made when its first script is put in: inside that event, and not script.
  const scripts = [...outermost(events, isScript)].map((script) => ({
    ts: script.ts,
    ms: worlds
      .filter((world) => world.ts >= script.ts && endOf(world) <= endOf(script))
      .reduce((ms, world) => ms - cpu(world), cpu(script)),
  }));
  let longest = 0;
  let at = 0;
  for (const task of outermost(events, isTask)) {
    let inTask = 0;
    for (let next = scripts[at]; next && next.ts < endOf(task); next = scripts[++at]) inTask += next.ms;
    longest = Math.max(longest, inTask);
  }
  return {
    script: scripts.reduce((all, { ms }) => all + ms, 0),
    longest,
    worlds: worlds.reduce((all, world) => all + cpu(world), 0),
  };
}
