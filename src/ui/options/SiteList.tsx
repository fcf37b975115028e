import { useId, useState } from 'preact/hooks';
import { useUi } from '../context.ts';
import { NameList } from './NameList.tsx';
import { hostOf } from './parse.ts';

interface Props {
  title: string;
  hosts: readonly string[];
  change(hosts: string[]): void;
}

/** A list of sites with a box to add one. What is not a site is refused in words, and stays in the box to be mended. */
export function SiteList({ title, hosts, change }: Props) {
  const { say } = useUi();
  const id = useId();
  const [text, setText] = useState('');
  const [bad, setBad] = useState<string | null>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const host = hostOf(text);
    if (!host) return setBad(text);
    setBad(null);
    setText('');
    if (!hosts.includes(host)) change([...hosts, host].sort());
  };
  return (
    <section class="sb-section">
      <h2>{title}</h2>
      <NameList
        title={title}
        items={hosts.map((h) => [h, h])}
        remove={(h) => change(hosts.filter((x) => x !== h))}
      />
      <form class="sb-add" onSubmit={add}>
        <input
          aria-label={`${title}: ${say('options.site')}`}
          placeholder={say('options.site')}
          value={text}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          {...(bad === null ? {} : { 'aria-invalid': true, 'aria-describedby': id })}
          onInput={(e) => setText(e.currentTarget.value)}
        />
        <button type="submit" class="sb-button">
          {say('options.add')}
        </button>
      </form>
      <p id={id} role="alert" class="sb-small">
        {bad === null ? '' : say('options.badHost', { text: bad })}
      </p>
    </section>
  );
}
