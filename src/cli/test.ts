/** `npm test`: types, lint, unit tests, build, package lint, browser tests; ends with a line “N passed, N failed”. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBrowser } from './browsers.ts';
import { ROOT } from './load-facts.ts';

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'station-brief-test-'));
let passed = 0;
let failed = 0;

function run(what: string, command: string, args: string[]): boolean {
  console.log(`\n── ${what}`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  return status === 0;
}

/** A check that passes or fails as one. */
function check(what: string, command: string, args: string[]): void {
  if (run(what, command, args)) passed++;
  else {
    failed++;
    console.error(`failed: ${what}`);
  }
}

/** Tests that count themselves. */
function tests(project: string): void {
  const report = join(folder, `${project}.json`);
  const ok = run(`${project} tests`, bin('vitest'), [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    passed += numPassedTests;
    failed += numFailedTests;
    if (!ok && numFailedTests === 0) failed++; // a file that could not be loaded
    if (numPassedTests + numFailedTests === 0) failed++; // no test ran at all
  } catch {
    failed++;
  }
}

check('types', bin('tsc'), ['-p', 'tsconfig.json']);
check('types of the pure rooms, without DOM', bin('tsc'), ['-p', 'tsconfig.pure.json']);
check('lint', bin('oxlint'), ['--deny-warnings']);
check('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
tests('unit');
check('build', process.execPath, ['build.mjs']);
check('package lint', bin('web-ext'), [
  'lint',
  '--source-dir',
  'dist/firefox',
  '--warnings-as-errors',
  '--no-config-discovery',
]);
for (const kind of ['chrome', 'firefox'] as const) needBrowser(kind);
tests('browser');
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
