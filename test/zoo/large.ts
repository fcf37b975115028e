/** Pages that are too much: nodes, characters, depth, names. Made when asked for, so that the files stay small. */
import { loadBase } from '../../src/cli/base.ts';
import { openPopup, until } from '../../src/cli/drive.ts';
import { article, html, HEADLINE, paragraphs, STORY, type Visit, type ZooPage } from './page.ts';

const CARD = ['Oleg Kononenko', 'Kononenko'] as const;
const FILLER =
  'The weather in the harbour stayed calm and nothing of note was unloaded on the quay that day. ';

/**
 * Elements within elements, with running text at the bottom; parsers stop at some hundred, scripts do not. Hidden, since
 * Chromium itself does not come back from laying out five thousand, and Firefox gives them no room.
 */
function nest(depth: number, story: readonly string[]): void {
  const outermost = document.createElement('div');
  outermost.hidden = true;
  let box = outermost;
  for (let i = 0; i < depth; i++) {
    const inner = document.createElement('div');
    box.append(inner);
    box = inner;
  }
  for (let i = 0; i < 60; i++)
    for (const text of story) box.append(Object.assign(document.createElement('p'), { textContent: text }));
  document.body.append(outermost);
}

/** Every name of the base once, and the names that need a witness three times over. */
function allNames(ambiguousOnly: boolean): string {
  const { notes } = loadBase();
  const names: string[] = [];
  for (const note of notes.values()) {
    if (!ambiguousOnly) names.push(note.name.en);
    for (const list of Object.values(note.aliases ?? {}))
      for (const alias of list)
        if (typeof alias === 'string') {
          if (!ambiguousOnly) names.push(alias);
        } else if (alias.when || !ambiguousOnly) names.push(alias.text);
  }
  const lines: string[] = [];
  for (let i = 0; i < names.length; i += 12) lines.push(`${names.slice(i, i + 12).join(', ')}.`);
  return lines.map((l) => `<p>${l.replace(/[<&]/g, ' ')}</p>`).join('\n');
}

/** Only the first part was read, and the reader is told. */
async function saysItIsCut({ launched, page }: Visit): Promise<void> {
  const popup = await openPopup(launched, page);
  const text = () => popup.text().catch(() => ''); // while it opens it has no body yet
  await until('the line in the popup', async () => (await text()).includes('only its first part was read'));
  await popup.close();
}

export const LARGE: ZooPage[] = [
  {
    name: '200,000 nodes',
    body: () =>
      html({
        script: (count: number) => {
          const box = document.createElement('div');
          for (let i = 0; i < count / 4; i++) {
            const [b, i2] = [document.createElement('b'), document.createElement('i')];
            b.textContent = 'a';
            i2.textContent = 'b';
            box.append(b, i2);
          }
          document.body.append(box);
        },
        given: [200_000],
      }),
    marks: 4,
    card: CARD,
    within: 20_000,
  },
  {
    name: '200,000 nodes in the article',
    body: () => html({ body: article(`${paragraphs()}${'<p>One <b>two</b> three.</p>'.repeat(40_000)}`) }),
    marks: 4,
    within: 20_000,
  },
  {
    name: 'one text node of 10 MB',
    body: () =>
      html({
        body: article(`<p>${STORY.join(' ')} ${FILLER.repeat(Math.ceil(10_000_000 / FILLER.length))}</p>`),
      }),
    marks: 3,
    within: 25_000,
    restless: true, // writing ten megabytes out twice shows nothing more
    act: saysItIsCut,
  },
  {
    name: '10,000 deep',
    body: () => html({ script: nest, given: [10_000, STORY] }),
    marks: 3,
    card: CARD,
    within: 25_000,
  },
  {
    name: 'deep in the source',
    body: () => html({ body: `${'<div>'.repeat(3000)}${article()}${'</div>'.repeat(3000)}` }),
    marks: 3,
    card: CARD,
  },
  {
    name: '3,000 headings',
    body: () =>
      html({ body: `<nav>${'<h1>An index line of the archive</h1>'.repeat(3000)}</nav>${article()}` }),
    marks: 4,
    card: CARD,
  },
  {
    name: 'nothing but names',
    body: () => html({ body: article(`<p>${STORY.join(' ')}</p>${allNames(false)}`) }),
    marks: 50,
    within: 20_000,
  },
  {
    name: 'every ambiguous name',
    body: () => html({ body: article(`${paragraphs()}${allNames(true)}`) }),
    marks: 4,
    within: 20_000,
  },
  {
    name: 'the same names again and again',
    body: () =>
      html({
        title: 'Roscosmos NASA ESA JAXA',
        body: `<article><h1>${HEADLINE}</h1><p>${'Roscosmos NASA ESA JAXA Zvezda Zarya Unity Soyuz Dragon ISS Bakanov '.repeat(2000)}</p></article>`,
      }),
    marks: 2,
    within: 20_000,
  },
];
