/** The card's style sheets are bundled as text (esbuild's text loader): its shadow root adopts them. Our pages link theirs. */
declare module '*.css' {
  const text: string;
  export default text;
}
