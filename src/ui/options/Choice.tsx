import { useId } from 'preact/hooks';

interface Props<T extends string> {
  title: string;
  value: T;
  choices: readonly (readonly [value: T, word: string])[];
  change(value: T): void;
}

/** One of a few: radio buttons under a title. */
export function Choice<T extends string>({ title, value, choices, change }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="sb-choice">
      <legend>{title}</legend>
      {choices.map(([each, word]) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === value} onChange={() => change(each)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
