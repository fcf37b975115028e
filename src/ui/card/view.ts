/** Brings the parts of the card together: state, place, pointer, focus and the host element. The rest of the page is not touched. */
import { render, createElement } from 'preact';
import type { CardData } from '../../match/card.ts';
import base from '../base.css';
import { makeUi, UiContext } from '../context.ts';
import { firstSentence } from '../format.ts';
import tokens from '../tokens.css';
import css from './card.css';
import { Card, type CardCalls } from './Card.tsx';
import { citationMarkdown, citationText } from './citation.ts';
import { takeFocus, wrapTab } from './focus.ts';
import { createHost } from './host.ts';
import { isSheet, place, type Placed } from './place.ts';
import { Hands, whereabouts } from './pointer.ts';
import { inBox, type Point } from './safe.ts';
import { idle, shownIn, step, waitOf, type CardEvent, type CardState } from './state.ts';
import { Trail } from './trail.ts';
import type { CardTarget, CardView, CardViewOptions } from './types.ts';
import { holdWheel } from './wheel.ts';

export type { CardActions, CardTarget, CardView, CardViewOptions } from './types.ts';

/** Screen readers miss a text that appears together with its region; a moment later they hear it. */
const SPEAK_AFTER_MS = 100;

export function createCardView(options: CardViewOptions): CardView {
  const { doc, signal, actions, today } = options;
  const win = doc.defaultView ?? window;
  let { lang, theme } = options;
  let state: CardState<CardTarget> = idle();
  let timer = 0;
  let speech = 0;
  let left: Point | null = null;
  let pointer: Point | null = null;
  let side: Placed['side'] | undefined;
  let giveBack: (() => void) | null = null;
  let opened = new AbortController();
  const host = createHost(doc, `${tokens}\n${base}\n${css}`, signal);
  const trail = new Trail(options.loadCard, () => {
    draw();
    host.shadow.querySelector('.sb-body')?.scrollTo(0, 0);
  });
  const hands = new Hands(doc, signal, press);

  const cardElement = () => host.shadow.querySelector<HTMLElement>('.sb-card');
  const viewport = () => ({ width: doc.documentElement.clientWidth || win.innerWidth, height: win.innerHeight });
  const how = () => (state.phase === 'pinned' ? state.how : 'hover');
  const sheet = () => isSheet(viewport().width, how());

  function send(event: CardEvent<CardTarget>): void {
    const before = state;
    state = step(state, event);
    if (state === before) return;
    win.clearTimeout(timer);
    const [wait, token] = [waitOf(state), state.token];
    if (wait !== null) timer = win.setTimeout(() => ring(token), wait);
    follow(shownIn(before), shownIn(state), before.phase !== state.phase);
  }

  function ring(token: number): void {
    const opens = state.phase === 'dwelling' || (state.phase === 'leaving' && state.next !== null);
    if (opens && hands.busy) send({ type: 'busy' });
    else if (state.phase === 'leaving' && hands.down) timer = win.setTimeout(() => ring(token), waitOf(state) ?? 0);
    else send({ type: 'timer', token });
  }

  function follow(was: CardTarget | null, now: CardTarget | null, phaseChanged: boolean): void {
    if (!now) return was ? hide() : undefined;
    if (now.key === was?.key) {
      if (phaseChanged) draw();
    } else {
      side = undefined;
      trail.begin(now.card);
      show();
    }
    // A key or a tap on a term whose card is already open still means “take me there”.
    if (state.phase === 'pinned' && how() !== 'click' && !giveBack) moveIn();
  }

  function show(): void {
    opened.abort();
    opened = new AbortController();
    host.show();
    draw();
    listen(AbortSignal.any([opened.signal, signal]));
    if (how() === 'hover' || how() === 'click') speak();
  }

  function hide(): void {
    opened.abort();
    win.clearTimeout(speech);
    giveBack?.();
    giveBack = null;
    left = null;
    host.status.textContent = '';
    render(null, host.mount);
    host.hide();
  }

  function moveIn(): void {
    const card = cardElement();
    if (card) giveBack = takeFocus(doc, host.shadow, card);
  }

  function speak(): void {
    const { card } = trail;
    if (!card) return;
    const line = card.short ?? firstSentence(card.note ?? '');
    win.clearTimeout(speech);
    speech = win.setTimeout(() => (host.status.textContent = `${card.name}. ${line}`), SPEAK_AFTER_MS);
  }

  function draw(): void {
    const target = shownIn(state);
    if (!target || !trail.card) return;
    if (theme === 'system') delete host.box.dataset['theme'];
    else host.box.dataset['theme'] = theme;
    host.box.lang = lang;
    const own = trail.depth === 0;
    const card = createElement(Card, {
      key: `${target.key} ${trail.card.id}`,
      card: trail.card,
      ...(own && target.claim ? { claim: target.claim } : {}),
      old: target.old === true,
      pinned: state.phase === 'pinned',
      sheet: sheet(),
      dialog: state.phase === 'pinned' && how() !== 'click',
      canGoBack: !own,
      missing: trail.missing,
      calls: callsFor(target, trail.card),
    });
    const veil = sheet() ? createElement('div', { class: 'sb-veil', onClick: close }) : null;
    render(createElement(UiContext.Provider, { value: makeUi(lang, today) }, veil, card), host.mount);
    void settle();
  }

  const callsFor = (target: CardTarget, card: CardData): CardCalls => ({
    back: () => trail.back(),
    openRecord: (id) => {
      // The card changes size under the pointer now; it must not close for that.
      if (state.phase !== 'pinned') send({ type: 'pin', target, how: 'click' });
      void trail.go(id);
    },
    pin: () => send(state.phase === 'pinned' ? { type: 'unpin' } : { type: 'pin', target, how: 'click' }),
    close,
    copy: (markdown) => actions.copy(markdown ? citationMarkdown(card, lang) : citationText(card, lang)),
    mute: () => (close(), actions.mute(card.id)),
    offHere: () => (close(), actions.offHere()),
    report: () => actions.report(card),
    ...(actions.openInPanel ? { panel: () => (close(), actions.openInPanel?.(card.id)) } : {}),
  });

  /** Puts the card where it belongs; called after anything that may change its size or the line's place. */
  async function settle(): Promise<void> {
    const [target, card] = [shownIn(state), cardElement()];
    if (!target || !card) return;
    if (sheet()) return card.removeAttribute('style');
    const rects = target.anchor();
    const view = viewport();
    const gone = !rects.some((r) => r.bottom > 0 && r.top < view.height);
    // A pinned card stays where it is when its line is scrolled away; the reader put it there.
    if (gone && card.style.transform !== '') return;
    card.style.maxHeight = '';
    const natural = { width: card.offsetWidth, height: card.offsetHeight };
    const at = await place(rects.length ? rects : target.rects, natural, view, card, side);
    if (cardElement() !== card) return;
    side = at.side;
    card.style.maxHeight = `${at.maxHeight}px`;
    card.style.transform = `translate(${at.left}px, ${at.top}px)`;
  }

  /** Everything below lives only while a card is open, so that a page without one is left entirely alone. */
  function listen(open: AbortSignal): void {
    const early = { capture: true, signal: open };
    win.addEventListener('keydown', escape, early);
    doc.addEventListener('pointermove', moved, { ...early, passive: true });
    doc.documentElement.addEventListener('pointerleave', () => send({ type: 'away' }), { signal: open });
    let frame = 0;
    const again = () => {
      win.cancelAnimationFrame(frame);
      frame = win.requestAnimationFrame(() => {
        side = undefined;
        void settle();
      });
    };
    win.addEventListener('scroll', again, { ...early, passive: true });
    win.addEventListener('resize', () => (draw(), again()), { signal: open });
    const root = host.mount;
    root.addEventListener('click', () => void settle(), { signal: open });
    root.addEventListener('pointerdown', keep, { signal: open });
    root.addEventListener('focusin', keep, { signal: open });
    root.addEventListener('wheel', (e) => holdWheel(e, host.shadow.querySelector('.sb-body')), { signal: open });
    root.addEventListener('keydown', typed, { signal: open });
  }

  /** Whoever presses or tabs into the card wants it to stay. The pin button decides for itself. */
  function keep(event: Event): void {
    const target = shownIn(state);
    if (!target || state.phase === 'pinned') return;
    if (event.target instanceof win.Element && event.target.closest('[data-pin]')) return;
    send({ type: 'pin', target, how: 'click' });
  }

  function escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Some pages act on the release; it belongs to the same key press.
    const swallow = (up: KeyboardEvent) => {
      if (up.key === 'Escape') up.stopImmediatePropagation();
    };
    win.addEventListener('keyup', swallow, { capture: true, once: true, signal });
    close();
  }

  function typed(event: KeyboardEvent): void {
    // Single-letter shortcuts of the page are not meant while focus is in the card.
    event.stopPropagation();
    const card = cardElement();
    if (card && sheet()) wrapTab(event, host.shadow, card);
  }

  function moved(event: PointerEvent): void {
    const target = shownIn(state);
    if (!target || event.pointerType === 'touch') return;
    const p = { x: event.clientX, y: event.clientY };
    const where = whereabouts(p, target.anchor(), sheet() ? null : (cardElement()?.getBoundingClientRect() ?? null), left);
    if (where === 'term' || where === 'card') left = p;
    if (where === 'card') send({ type: 'enter' });
    else if (where === 'term') send({ type: 'rest', target });
    else if (state.phase === 'open') leave();
    else if (where === 'toward') send({ type: 'toward' });
    pointer = p;
  }

  function leave(): void {
    left ??= pointer;
    send({ type: 'away' });
  }

  function press(event: PointerEvent): void {
    if (!contains(event.clientX, event.clientY)) send({ type: 'busy' });
  }

  function contains(x: number, y: number): boolean {
    const card = host.shown() ? cardElement() : null;
    return card !== null && (sheet() || inBox({ x, y }, card.getBoundingClientRect()));
  }

  function close(): void {
    send({ type: 'close' });
  }

  signal.addEventListener('abort', close, { once: true });

  return {
    rest: (target) => {
      if (!signal.aborted && !hands.busy) send({ type: 'rest', target });
    },
    away: leave,
    open: (target, by) => {
      // A click that ends a selection is not a click on a term; a key press is always meant.
      if (signal.aborted || (by === 'click' && hands.selecting)) return;
      send({ type: 'pin', target, how: by });
    },
    close,
    isOpen: () => shownIn(state) !== null,
    contains,
    update: (changed) => {
      lang = changed.lang ?? lang;
      theme = changed.theme ?? theme;
      draw();
    },
  };
}
