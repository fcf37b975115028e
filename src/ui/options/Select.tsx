interface Props<T extends string> {
  title: string;
  value: T;
  choices: readonly (readonly [value: T, word: string])[];
  change(value: T): void;
}

/** One of several in a drop-down with its title. */
export function Select<T extends string>({ title, value, choices, change }: Props<T>) {
  const choose = (chosen: string) => {
    const known = choices.find(([each]) => each === chosen);
    if (known) change(known[0]);
  };
  return (
    <label class="sb-field">
      <span>{title}</span>
      <select value={value} onChange={(e) => choose(e.currentTarget.value)}>
        {choices.map(([each, word]) => (
          <option key={each} value={each}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
