import { isKey, type Say } from '../../ui/strings/index.ts';

/** The reader's word for a state; as it is written in the fact file where there is none. */
export function stateWord(state: string, say: Say): string {
  const key = `state.${state}`;
  return isKey(key) ? say(key) : state;
}
