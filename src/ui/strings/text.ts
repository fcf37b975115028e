/** One text of the interface, `{name}` marking what is filled in; several forms where a number decides (by Intl.PluralRules). */
export type Text = string | PluralForms;

export interface PluralForms {
  one?: string;
  few?: string;
  many?: string;
  other: string;
}

export type Values = Readonly<Record<string, string | number>>;

/** Fills `{name}` in a text. A value that is not given stays visible as `{name}`: better than a silent hole. */
export function fill(text: string, values: Values, number: (n: number) => string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/**
 * The form for a number; `other` where the language has no form of its own.
 * @param select asked only for a text of several forms
 */
export function formOf(text: Text, n: number, select: (n: number) => Intl.LDMLPluralRule): string {
  if (typeof text === 'string') return text;
  const rule = select(n);
  return (rule === 'one' || rule === 'few' || rule === 'many' ? text[rule] : undefined) ?? text.other;
}
