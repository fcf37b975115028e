/**
 * Pages under real host names without a network: one proxy on loopback that answers for every host, http and https.
 * Used by `npm start`, by the browser tests and by the benchmarks. It notes every request that reaches it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Served {
  body: string | Buffer;
  /** content type, `text/html; charset=utf-8` unless given */
  type?: string;
  headers?: Record<string, string>;
}

/** @returns null for “no such page”: answered with 404 */
export type Answer = (url: URL) => Served | null;

export interface Proxy {
  port: number;
  /** addresses asked for so far, in order */
  requests: string[];
  /** `host:port` of every tunnel asked for so far, whatever then went through it */
  tunnels: string[];
  close(): Promise<void>;
}

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'station-brief-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      '-subj',
      '/CN=loopback',
    ],
    { stdio: 'ignore' },
  );
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

const listen = (server: {
  listen(port: number, host: string, done: () => void): unknown;
  address(): AddressInfo | string | null;
}): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

/** Starts the proxy on a free port of 127.0.0.1. */
export async function startProxy(answer: Answer): Promise<Proxy> {
  const requests: string[] = [];
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const respond = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
    const raw = request.url ?? '/';
    const url = new URL(
      raw.startsWith('http') ? raw : `${scheme}://${request.headers.host ?? 'localhost'}${raw}`,
    );
    requests.push(url.href);
    const page = answer(url);
    response.writeHead(page ? 200 : 404, {
      'content-type': page?.type ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  };
  const secure = createTlsServer(certificate(), respond('https'));
  const plain = createServer(respond('http'));
  const securePort = await listen(secure);
  // A browser asks a proxy to CONNECT for https: we are the other end as well.
  plain.on('connect', (request, socket: Socket, head: Buffer) => {
    tunnels.push(request.url ?? '');
    const inner = connect(securePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      inner.write(head);
      inner.pipe(socket).pipe(inner);
    });
    for (const end of [socket, inner]) end.on('error', () => end.destroy());
  });
  for (const server of [plain, secure]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
  }
  const port = await listen(plain);
  return {
    port,
    requests,
    tunnels,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([plain, secure].map((server) => new Promise((done) => server.close(done))));
    },
  };
}
