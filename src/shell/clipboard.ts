/** Puts text on the clipboard. Call from a click: browsers refuse it elsewhere. */

/** @returns whether the clipboard took it; never throws */
export async function copyText(doc: Document, text: string): Promise<boolean> {
  // Pages over http have no clipboard object at all (https://w3c.github.io/clipboard-apis/, “SecureContext”).
  const clipboard = doc.defaultView?.navigator.clipboard as Clipboard | undefined;
  try {
    if (!clipboard) return copyByCommand(doc, text);
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(doc, text);
  }
}

/** The older way: answers the copy event itself, ahead of the page, so that selection and page are left as they are. */
function copyByCommand(doc: Document, text: string): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = event.clipboardData !== null;
  };
  const view = doc.defaultView;
  view?.addEventListener('copy', fill, { capture: true });
  try {
    return doc.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    view?.removeEventListener('copy', fill, { capture: true });
  }
}
