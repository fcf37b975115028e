/** The list of news sites the content script runs on, checked. */
import * as v from 'valibot';

const schema = v.array(
  v.strictObject({
    host: v.pipe(v.string(), v.regex(/^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'expected a host without www')),
    name: v.pipe(v.string(), v.nonEmpty()),
    lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'expected a two-letter language code')),
    kind: v.picklist(['wire', 'newspaper', 'broadcaster', 'magazine', 'space', 'agency', 'portal']),
  }),
);
export type Outlet = v.InferOutput<typeof schema>[number];

/** @throws Error that names the entry and what was expected; also for a host that is listed twice or covered by another */
export function checkOutlets(data: unknown): Outlet[] {
  const parsed = v.safeParse(schema, data);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`src/shell/outlets.yaml: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const hosts = new Set<string>();
  for (const { host } of parsed.output) {
    if (hosts.has(host)) throw new Error(`src/shell/outlets.yaml: ${host} is listed twice`);
    hosts.add(host);
  }
  for (const host of hosts) {
    const parent = host.split('.').slice(1).join('.');
    if (hosts.has(parent)) throw new Error(`src/shell/outlets.yaml: ${host} is covered by ${parent}`);
  }
  return parsed.output;
}
