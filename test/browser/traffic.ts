/**
 * Everything a whole browser asks the network for, with who asked. In Chromium from its own network log, which knows
 * every request, name lookup and socket of all processes; in Firefox from the observer that every channel passes, with
 * the principal that opened it. The loopback proxy is the second witness in both.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from 'puppeteer-core';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import { inFirefox } from '../../src/cli/drive/privileged.ts';
import { launch, type Launched } from '../../src/cli/launch.ts';
import { startProxy, type Answer, type Proxy } from '../../src/cli/serve.ts';

export interface Asked {
  url: string;
  /** origin of a page, `extension`, or `browser` for what nobody's script or document asked for */
  by: string;
}

export interface Traffic {
  /** what went to the network, in order; favicons left out, since browsers ask for them when they please */
  asked: Asked[];
  /** Chromium: requests the debugger saw in the extension's own targets, its worker among them, by address */
  inOwnTargets: string[];
  /** addresses of sockets that do not lead to the proxy */
  pastTheProxy: string[];
  /** hosts the proxy was asked for, by request or tunnel */
  hosts: string[];
}

const EXTENSION = /^(chrome|moz)-extension:/;

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator?: string; address?: string } }[];
}

/** @see https://www.chromium.org/for-testers/providing-network-details/ */
function readNetLog(file: string, proxyPort: number): Pick<Traffic, 'asked' | 'pastTheProxy'> {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const of = (name: string) => {
    const type = constants.logEventTypes[name];
    if (type === undefined) throw new Error(`the network log knows no ${name}`);
    return events.flatMap((e) => (e.type === type && e.params ? [e.params] : []));
  };
  const by = (initiator: string) =>
    EXTENSION.test(initiator) ? 'extension' : initiator === 'not an origin' ? 'browser' : initiator;
  return {
    asked: of('URL_REQUEST_START_JOB').flatMap(({ url, initiator }) =>
      url ? [{ url, by: by(initiator ?? 'not an origin') }] : [],
    ),
    // A “connected” UDP socket has sent nothing yet: Chromium asks the system that way whether it has an IPv6 route.
    pastTheProxy: [
      ...of('TCP_CONNECT_ATTEMPT').map((p) => `tcp ${p.address ?? ''}`),
      ...of('UDP_BYTES_SENT').map((p) => `udp ${p.address ?? ''}`),
    ].filter((socket) => !socket.startsWith('tcp ') || !socket.endsWith(`127.0.0.1:${proxyPort}`)),
  };
}

/** Notes every request of the extension's pages and worker from the moment each target appears. */
function watchTargets(launched: Launched, seen: string[]): void {
  const attach = async (target: Target) => {
    if (!EXTENSION.test(target.url())) return;
    const session = await target.createCDPSession();
    session.on('Network.requestWillBeSent', ({ request }) => seen.push(request.url));
    await session.send('Network.enable');
  };
  // A target may be gone before it can be attached to; the network log has seen it all the same.
  launched.browser.on('targetcreated', (target: Target) => void attach(target).catch(() => undefined));
  for (const target of launched.browser.targets()) void attach(target).catch(() => undefined);
}

/** @see https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsIHttpProtocolHandler.idl */
const OBSERVE = `() => {
  const asked = (window.stationTraffic = []);
  const observer = {
    QueryInterface: ChromeUtils.generateQI(['nsIObserver', 'nsISupportsWeakReference']),
    observe(subject) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo;
      const principals = [triggeringPrincipal, loadingPrincipal].filter(Boolean);
      const ours = principals.some((p) => p.addonPolicy || p.contentScriptAddonPolicy);
      const by = ours ? 'extension' : triggeringPrincipal.isContentPrincipal ? triggeringPrincipal.originNoSuffix : 'browser';
      asked.push({ url: channel.URI.spec, by });
    },
  };
  window.stationObserver = observer;
  Services.obs.addObserver(observer, 'http-on-opening-request');
  return true;
}`;

export interface Recorded {
  launched: Launched;
  proxy: Proxy;
  /** ends the browser and gives what was recorded */
  stop(): Promise<Traffic>;
}

/**
 * Starts a browser that records from its first moment.
 * @param extension folder of the unpacked extension; null for none
 */
export async function record(kind: BrowserKind, answer: Answer, extension: string | null): Promise<Recorded> {
  const folder = mkdtempSync(join(tmpdir(), 'station-brief-traffic-'));
  const log = join(folder, 'net.json');
  const proxy = await startProxy(answer);
  // Firefox is given the extension only when the observer is in place.
  const launched = await launch(kind, {
    proxyPort: proxy.port,
    extension: kind === 'chrome' ? extension : null,
    welcome: true,
    args: kind === 'chrome' ? [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'] : [],
  });
  const inOwnTargets: string[] = [];
  if (kind === 'chrome') watchTargets(launched, inOwnTargets);
  else {
    await inFirefox(launched, OBSERVE);
    if (extension) await launched.browser.installExtension(extension);
  }
  return {
    launched,
    proxy,
    stop: async () => {
      const observed =
        kind === 'firefox' ? await inFirefox<Asked[]>(launched, '() => window.stationTraffic') : [];
      await launched.close();
      await proxy.close();
      const { asked, pastTheProxy } =
        kind === 'chrome' ? readNetLog(log, proxy.port) : { asked: observed, pastTheProxy: [] };
      rmSync(folder, { recursive: true });
      const hosts = [
        ...proxy.requests.map((r) => new URL(r).hostname),
        ...proxy.tunnels.map((t) => t.replace(/:\d+$/, '')),
      ];
      return {
        asked: asked.filter(({ url }) => !url.endsWith('/favicon.ico')),
        inOwnTargets,
        pastTheProxy,
        hosts: [...new Set(hosts)].sort(),
      };
    },
  };
}
