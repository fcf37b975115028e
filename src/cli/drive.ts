/** Hands and eyes in a real browser: rest on a term, read the card behind its closed root, open the real popup. */
export * from './drive/background.ts';
export * from './drive/card.ts';
export * from './drive/faults.ts';
export * from './drive/marks.ts';
export * from './drive/popup.ts';
export * from './drive/traces.ts';
export * from './drive/until.ts';
