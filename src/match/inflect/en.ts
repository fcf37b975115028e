/** English: the plural of a term's last word. Possessives need nothing, since an apostrophe ends a word. */
export function englishPlural(name: string): string | null {
  if (!/[a-z]$/.test(name) || name.endsWith('s')) return null;
  if (/(ch|sh|x|z)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
