import { en } from './en.ts';
import type { Text } from './text.ts';

export const de: Record<keyof typeof en, Text> = en;
