/** The part of mark.js we measure. */
declare module 'mark.js' {
  interface MarkOptions {
    separateWordSearch?: boolean;
    diacritics?: boolean;
    accuracy?: 'partially' | 'complementary' | 'exactly';
    done?: (marks: number) => void;
  }
  export default class Mark {
    constructor(context: Element);
    mark(terms: readonly string[], options?: MarkOptions): void;
    unmark(options?: MarkOptions): void;
  }
}
