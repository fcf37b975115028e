import { useEffect, useState } from 'preact/hooks';
import { useUi } from '../context.ts';
import { ERAS, eraRange, inEra, type Era } from './eras.ts';
import type { TimelineEntry } from './scale.ts';
import { Timeline } from './Timeline.tsx';
import { TimelineList } from './TimelineList.tsx';
import { useWidth } from './use-width.ts';

interface Props {
  load(): Promise<readonly TimelineEntry[]>;
  published: string | null;
  open(id: string): void;
  saveIcs(name: string, text: string): void;
}

/** The whole history and what is planned, one period at a time, as a picture and as a list. */
export function TimelinePane({ load, published, open, saveIcs }: Props) {
  const { say, today } = useUi();
  const [items, setItems] = useState<readonly TimelineEntry[] | null>(null);
  const [era, setEra] = useState<Era>('all');
  const [list, setList] = useState(true);
  const [box, width] = useWidth<HTMLDivElement>(368);
  useEffect(() => {
    let wanted = true;
    load().then(
      (found) => wanted && setItems(found),
      () => wanted && setItems([]),
    );
    return () => {
      wanted = false;
    };
  }, []);
  const range = eraRange(era, items ?? [], today);
  return (
    <div class="sb-stack" ref={box}>
      <div class="sb-eras" role="group" aria-label={say('timeline.era')}>
        {ERAS.map((e) => (
          <button key={e} type="button" class="sb-act" aria-pressed={e === era} onClick={() => setEra(e)}>
            {say(`era.${e}`)}
          </button>
        ))}
      </div>
      {items === null ? <p class="sb-quiet">{say('app.loading')}</p> : null}
      {items ? (
        <Timeline items={items} range={range} published={published} width={width} open={open} />
      ) : null}
      {items ? (
        <>
          <button type="button" class="sb-act" aria-expanded={list} onClick={() => setList(!list)}>
            {list ? say('timeline.hideList') : say('timeline.showList')}
          </button>
          {list ? <TimelineList items={inEra(items, range)} open={open} saveIcs={saveIcs} /> : null}
        </>
      ) : null}
    </div>
  );
}
