/** Hosts whose pages may lead to a source and never are one: anybody may write there, or nobody answers for a copy. Pure. */

/** By what they are, so that a message can say why. Without `www.`; their subdomains are meant as well. */
const LEADS: Readonly<Record<string, readonly string[]>> = {
  'a wiki': ['fandom.com', 'wikimedia.org', 'wikipedia.org', 'wikiwand.com'],
  'a forum or a network where anybody writes': [
    'facebook.com',
    'medium.com',
    'quora.com',
    'reddit.com',
    'slashdot.org',
    'soylentnews.org',
    't.me',
    'twitter.com',
    'usenet.trashworldnews.com',
    'vk.com',
    'x.com',
    'youtube.com',
  ],
  'a place for documents that anybody puts up': [
    'docslib.org',
    'scribd.com',
    'slideshare.net',
    'studylib.es',
    'studylib.net',
    'yumpu.com',
  ],
  'a collection or a copy of others’ articles': [
    '5x.news',
    'aol.com',
    'arabstoday.net',
    'aviationnewsreleases.com',
    'bastillepost.com',
    'copernical.com',
    'devdiscourse.com',
    'discovery.researcher.life',
    'envirolink.org',
    'europesays.com',
    'financetom.com',
    'hjkc.de',
    'issfanclub.com',
    'lunacommons.org',
    'miragenews.com',
    'news.livedoor.com',
    'news.rambler.ru',
    'newsbreak.com',
    'newsdrum.in',
    'newshorizondaily.com',
    'newsinfo.ru',
    'newsonjapan.com',
    'pledgetimes.com',
    'pond5.com',
    'questia.com',
    'russiasnews.com',
    'sat-nd.com',
    'spacetweepsociety.org',
    'strategicstudyindia.com',
    'tellerreport.com',
    'thespacefeed.com',
    'todayheadline.co',
    'urdupoint.com',
    'usinfo.org',
    'vpk.name',
    'webwire.com',
    'worldnewsnetwork.net',
  ],
  'a site that spins others’ articles': [
    'benzinga.com',
    'gadgets360.com',
    'hngn.com',
    'morningoverview.com',
    'tweaktown.com',
  ],
};

const KINDS = new Map(Object.entries(LEADS).flatMap(([what, hosts]) => hosts.map((host) => [host, what])));

/**
 * What a host is, if its pages are leads only.
 * @param host as in an address, with or without `www.`
 * @returns null for all others
 */
export function leadOnly(host: string): string | null {
  const parts = host.toLowerCase().replace(/\.$/, '').split('.');
  for (let i = 0; i < parts.length - 1; i++) {
    const kind = KINDS.get(parts.slice(i).join('.'));
    if (kind !== undefined) return kind;
  }
  return null;
}
