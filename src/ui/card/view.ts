/** Brings the parts of the card together: state, place, pointer, focus and the host element. The rest of the page is not touched. */
import { createElement, render } from 'preact';
import base from '../base.css';
import { makeUi, UiContext } from '../context.ts';
import { firstSentence } from '../format.ts';
import tokens from '../tokens.css';
import { callsFor } from './calls.ts';
import css from './card.css';
import { Card } from './Card.tsx';
import { swallowEscape } from './escape.ts';
import { Focus, wrapTab } from './focus.ts';
import { createHost } from './host.ts';
import { isSheet } from './place.ts';
import { Hands, whereabouts } from './pointer.ts';
import { inBox, type Point } from './safe.ts';
import { Settler, settleSheet } from './settle.ts';
import { Speech } from './speech.ts';
import { idle, isDialog, shownIn, step, waitOf, type CardEvent, type CardState } from './state.ts';
import { Trail } from './trail.ts';
import type { CardTarget, CardView, CardViewOptions } from './types.ts';
import { holdWheel } from './wheel.ts';

export type { CardActions, CardTarget, CardView, CardViewOptions } from './types.ts';

export function createCardView(options: CardViewOptions): CardView {
  const { doc, signal, actions, today } = options;
  const win = doc.defaultView ?? window;
  let { lang, theme } = options;
  let state: CardState<CardTarget> = idle();
  let timer = 0;
  let pointer: Point | null = null;
  let left: Point | null = null;
  let onTerm = false;
  /** closed by the reader while pointing at it: a tremble of the hand does not ask for it again */
  let dismissed: string | null = null;
  let opened = new AbortController();
  const host = createHost(doc, `${tokens}\n${base}\n${css}`, signal);
  const speech = new Speech(win, host.status);
  const settler = new Settler();
  const focus = new Focus(doc, host.shadow);
  const trail = new Trail(options.loadCard, () => {
    const hadFocus = focus.isInside;
    draw();
    scrolling()?.scrollTo(0, 0);
    // What was pressed is gone with the record before.
    if (hadFocus) element()?.focus({ preventScroll: true });
  });
  const hands = new Hands(doc, signal, (event) => {
    if (!contains(event.clientX, event.clientY)) send({ type: 'busy' });
  });

  const element = () => host.shadow.querySelector<HTMLElement>('.sb-card');
  const scrolling = () => host.shadow.querySelector<HTMLElement>('.sb-card[data-tight], .sb-body');
  const viewport = () => ({
    width: doc.documentElement.clientWidth || win.innerWidth,
    height: win.innerHeight,
  });
  const how = () => (state.phase === 'pinned' ? state.how : 'hover');
  const sheet = () => isSheet(viewport().width, how());
  const isModal = () => sheet() && isDialog(state);
  const close = () => {
    dismissed = onTerm ? (shownIn(state)?.key ?? null) : null;
    send({ type: 'close' });
  };

  function send(event: CardEvent<CardTarget>): void {
    const before = state;
    state = step(state, event);
    if (state === before) return;
    win.clearTimeout(timer);
    wait();
    follow(shownIn(before), shownIn(state), before.phase !== state.phase);
  }

  function wait(): void {
    const [ms, { token }] = [waitOf(state), state];
    if (ms !== null) timer = win.setTimeout(() => ring(token), ms);
  }

  function ring(token: number): void {
    const opens = state.phase === 'dwelling' || (state.phase === 'leaving' && state.next !== null);
    if (opens && hands.busy) send({ type: 'busy' });
    // Text of the card is being selected, and the drag has left it: closing now would lose the selection.
    else if (state.phase === 'leaving' && hands.down) wait();
    else send({ type: 'timer', token });
  }

  function follow(was: CardTarget | null, now: CardTarget | null, phaseChanged: boolean): void {
    if (!now) return was ? hide() : undefined;
    if (now.key !== was?.key) show(now);
    else if (phaseChanged) draw();
    // A key or a tap on a term whose card is already open still means “take me there”.
    const card = element();
    if (card && isDialog(state)) focus.take(card);
  }

  function show(target: CardTarget): void {
    const { card } = target;
    onTerm = !isDialog(state);
    settler.free();
    trail.begin(card);
    opened.abort();
    opened = new AbortController();
    host.show();
    draw();
    listen(AbortSignal.any([opened.signal, signal]));
    if (how() === 'hover' || how() === 'click')
      speech.say(`${card.name}. ${card.short ?? firstSentence(card.note ?? '')}`);
  }

  function hide(): void {
    opened.abort();
    speech.hush();
    focus.give();
    left = pointer = null;
    render(null, host.mount);
    host.hide();
  }

  function draw(): void {
    const [target, data] = [shownIn(state), trail.card];
    if (!target || !data) return;
    if (theme === 'system') delete host.box.dataset['theme'];
    else host.box.dataset['theme'] = theme;
    host.box.lang = lang;
    const own = trail.depth === 0;
    const keep = () => send({ type: 'pin', target, how: state.phase === 'pinned' ? state.how : 'click' });
    const turnPin = () => (state.phase === 'pinned' ? send({ type: 'unpin' }) : keep());
    const card = createElement(Card, {
      key: `${target.key} ${data.id}`,
      card: data,
      ...(own && target.claim ? { claim: target.claim } : {}),
      old: target.old === true,
      pinned: state.phase === 'pinned',
      sheet: sheet(),
      dialog: isDialog(state),
      canGoBack: !own,
      missing: trail.missing,
      calls: callsFor({ card: data, lang, trail, actions, keep, turnPin, close }),
    });
    const veil = isModal() ? createElement('div', { class: 'sb-veil', onClick: close }) : null;
    render(createElement(UiContext.Provider, { value: makeUi(lang, today) }, veil, card), host.mount);
    settle();
  }

  /** After anything that may change the card's size or the line's place. */
  function settle(): void {
    const [target, card] = [shownIn(state), element()];
    if (!target || !card) return;
    if (sheet()) settleSheet(target.anchor(), card, viewport(), isModal());
    else void settler.settle(target, card, viewport(), element);
  }

  /** Everything here lives only while a card is open, so that a page without one is left entirely alone. */
  function listen(open: AbortSignal): void {
    const quiet = { capture: true, passive: true, signal: open };
    swallowEscape(doc, open, signal, close);
    doc.addEventListener('pointermove', moved, quiet);
    doc.documentElement.addEventListener('pointerleave', (e) => e.isTrusted && leave(), { signal: open });
    let frame = 0;
    const again = () => {
      win.cancelAnimationFrame(frame);
      frame = win.requestAnimationFrame(() => {
        settler.free();
        draw();
      });
    };
    win.addEventListener('scroll', again, quiet);
    win.addEventListener('resize', again, quiet);
    const inside = { signal: open };
    // What a press opens in the card is drawn a moment later.
    host.mount.addEventListener('click', () => win.requestAnimationFrame(settle), inside);
    host.mount.addEventListener('pointerdown', stay, inside);
    host.mount.addEventListener('focusin', stay, inside);
    host.mount.addEventListener('wheel', (event) => holdWheel(event, scrolling()), {
      ...inside,
      passive: false,
    });
    host.mount.addEventListener('keydown', typed, inside);
  }

  /** Whoever presses or tabs into the card wants it to stay. The pin button decides for itself. */
  function stay(event: Event): void {
    const target = shownIn(state);
    if (!target || state.phase === 'pinned') return;
    if (event.target instanceof win.Element && event.target.closest('[data-pin]')) return;
    send({ type: 'pin', target, how: 'click' });
  }

  function typed(event: KeyboardEvent): void {
    // Single-letter shortcuts of the page are not meant while focus is in the card.
    event.stopPropagation();
    const card = element();
    if (card && isModal()) wrapTab(event, host.shadow, card);
  }

  function moved(event: PointerEvent): void {
    const target = shownIn(state);
    if (!event.isTrusted || !target || event.pointerType === 'touch') return;
    const p = { x: event.clientX, y: event.clientY };
    const box = isModal() ? null : (element()?.getBoundingClientRect() ?? null);
    const where = whereabouts(p, target.anchor(), box, left);
    onTerm = where === 'term';
    if (where === 'card' || where === 'term') left = p;
    if (where === 'card') send({ type: 'enter' });
    else if (where === 'term') send({ type: 'rest', target });
    else if (state.phase === 'open') leave();
    else if (where === 'toward') send({ type: 'toward' });
    pointer = p;
  }

  function leave(): void {
    left ??= pointer;
    onTerm = false;
    dismissed = null;
    send({ type: 'away' });
  }

  function contains(x: number, y: number): boolean {
    const card = host.shown() ? element() : null;
    return card !== null && (isModal() || inBox({ x, y }, card.getBoundingClientRect()));
  }

  signal.addEventListener('abort', close, { once: true });

  return {
    rest: (target) => {
      if (signal.aborted || hands.busy || target.key === dismissed) return;
      dismissed = null;
      send({ type: 'rest', target });
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
