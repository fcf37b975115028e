/** Documents for tests of this room, made in the tab's own window so that its prototypes are the ones tested. */

/** A document of its own from markup; scripts in it do not run. */
export const documentOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Running text: `n` paragraphs of about 120 characters, each beginning with `word`. */
export const prose = (n: number, word = 'Text'): string =>
  Array.from(
    { length: n },
    (_, i) =>
      `<p>${word} ${i} of the crew that went up and came back after a long stay, with all that it had learned on the way there and home.</p>`,
  ).join('\n');
