/** Puts a surface into an extension page. The page's script calls this with plain data, and again when the data changes. */
import { createElement, render, type ComponentChild } from 'preact';
import base from './base.css';
import { OptionsView, type OptionsProps } from './options/OptionsView.tsx';
import forms from './options/options.css';
import { PanelView, type PanelProps } from './panel/PanelView.tsx';
import { PopupView, type PopupProps } from './popup/PopupView.tsx';
import type { Theme } from './settings-type.ts';
import surface from './surface.css';
import strip from './timeline/timeline.css';
import tokens from './tokens.css';
import { WelcomeView, type WelcomeProps } from './welcome/WelcomeView.tsx';

/** Takes the surface out again. */
export type Unmount = () => void;

export const renderPopup = (root: HTMLElement, props: PopupProps): Unmount =>
  put(root, props.theme, props.lang, createElement(PopupView, props), 'sb-is-popup');

export const renderPanel = (root: HTMLElement, props: PanelProps): Unmount =>
  put(root, props.theme, props.lang, createElement(PanelView, props));

export const renderOptions = (root: HTMLElement, props: OptionsProps): Unmount =>
  put(root, props.theme, props.lang, createElement(OptionsView, props));

export const renderWelcome = (root: HTMLElement, props: WelcomeProps): Unmount =>
  put(root, props.theme, props.lang, createElement(WelcomeView, props));

/**
 * Style text of every extension page, tokens first. A page may also carry it in its HTML (`<style>` by the build), so that
 * its very first paint has the final background; adopting it a second time changes nothing.
 */
export const SURFACE_CSS = [tokens, base, surface, strip, forms].join('\n');

const dressed = new WeakSet<Document>();

function put(root: HTMLElement, theme: Theme, lang: string, view: ComponentChild, kind?: string): Unmount {
  const doc = root.ownerDocument;
  if (!dressed.has(doc)) {
    dressed.add(doc);
    const style = doc.createElement('style');
    style.textContent = SURFACE_CSS;
    doc.head.append(style);
  }
  root.classList.add('sb');
  if (kind) root.classList.add(kind);
  for (const element of [doc.documentElement, root]) {
    if (theme === 'system') delete element.dataset['theme'];
    else element.dataset['theme'] = theme;
  }
  doc.documentElement.lang = lang;
  render(view, root);
  return () => render(null, root);
}
