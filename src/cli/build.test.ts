/** What we ask of a browser and allow others: every line here is a right, so none may come or go unnoticed. */
import { describe, expect, it } from 'vitest';
import { manifestFor } from './build.ts';

const OUTLETS = [{ host: 'news.example', name: 'News', lang: 'en', kind: 'wire' as const }];
const MATCHES = ['*://news.example/*', '*://*.news.example/*'];

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (name) => {
  const manifest = manifestFor(name, OUTLETS);

  it('has these keys and no others: nothing for pages to load, nobody outside to talk to', () =>
    expect(Object.keys(manifest).sort()).toEqual(
      [
        'action',
        'background',
        'commands',
        'content_scripts',
        'content_security_policy',
        'default_locale',
        'description',
        'host_permissions',
        'icons',
        'incognito',
        'manifest_version',
        'name',
        'optional_host_permissions',
        'options_ui',
        'permissions',
        'version',
        ...(name === 'chrome'
          ? ['minimum_chrome_version', 'side_panel']
          : ['browser_specific_settings', 'sidebar_action']),
      ].sort(),
    ));

  it('asks for these rights', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'activeTab',
      'scripting',
      ...(name === 'chrome' ? ['sidePanel'] : []),
    ]);
    expect(manifest.host_permissions).toEqual(MATCHES);
    expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
    expect(manifest.content_scripts).toEqual([{ matches: MATCHES, js: ['gate.js'], run_at: 'document_end' }]);
  });

  it('lets our own pages load their scripts, styles and pictures, and nothing else from anywhere', () => {
    const { extension_pages: policy } = manifest['content_security_policy'] as { extension_pages: string };
    expect(Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/s).slice(0, 2)))).toEqual({
      'default-src': `'none'`,
      'script-src': `'self'`,
      'style-src': `'self' 'unsafe-inline'`,
      'img-src': `'self' data:`,
      'connect-src': `'none'`,
      'form-action': `'none'`,
      'base-uri': `'none'`,
      'frame-ancestors': `'none'`,
    });
  });

  it('is one extension in private windows too; what is chosen there is kept by src/entries/reader/choices.ts', () =>
    expect(manifest['incognito']).toBe('spanning'));
});
