/** Articles in open shadow roots, with and without slots: the reader walks into them, and underlines there. */
import { html, HEADLINE, STORY, type ZooPage } from './page.ts';

function build(kind: string, headline: string, story: readonly string[]): void {
  const host = document.createElement('news-story');
  const root = host.attachShadow({ mode: 'open' });
  const line = (text: string) => {
    const p = document.createElement('p');
    p.textContent = text;
    return p;
  };
  const h1 = document.createElement('h1');
  h1.textContent = headline;
  if (kind === 'inside') {
    const article = document.createElement('article');
    article.append(h1, ...story.map(line));
    root.append(article);
  } else if (kind === 'slots') {
    const slot = document.createElement('slot');
    const named = document.createElement('slot');
    named.name = 'head';
    root.append(named, document.createElement('hr'), slot);
    h1.slot = 'head';
    host.append(...story.map(line), h1);
  } else {
    // Each paragraph in a root of its own, two deep.
    root.append(h1);
    for (const text of story) {
      const box = document.createElement('news-line');
      box.attachShadow({ mode: 'open' }).append(line(text));
      root.append(box);
    }
  }
  const main = document.querySelector('main');
  main?.append(host);
  if (kind === 'late') {
    window.zoo.ready = (async () => {
      await window.zoo.after(700);
      const box = root.lastElementChild?.shadowRoot?.querySelector('p');
      if (box)
        box.textContent =
          'Later the Canadian Space Agency said that Canadarm2 will be used for the next repair.';
    })();
  }
  // Serialised markup does not show shadow roots; their own sheets must be as many as before in the end.
  window.zoo.checks.push(() => root.childNodes.length === 0 && 'the shadow root was emptied');
}

const page = (kind: string): string =>
  html({
    body: '<main></main><p>Imprint and contact: the paper appears on every working day in two editions.</p>',
    script: build,
    given: [kind, HEADLINE, STORY],
  });

export const SHADOW: ZooPage[] = ['inside', 'slots', 'nested', 'late'].map((kind) => ({
  name: `shadow root: ${kind}`,
  body: () => page(kind),
  marks: 4,
  card: kind === 'late' ? (['Canadarm2', 'Canadarm2'] as const) : (['Oleg Kononenko', 'Kononenko'] as const),
}));
