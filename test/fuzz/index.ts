/** All properties, in the order they are run. */
import './dom.ts';
import { onInputs } from './on-inputs.ts';
import { onPages } from './on-pages.ts';
import { onTexts } from './on-texts.ts';
import type { Fuzz } from './property.ts';

export const PROPERTIES: readonly Fuzz[] = [...onTexts, ...onPages, ...onInputs];
