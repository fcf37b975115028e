/** Style sheets are bundled as text (esbuild's text loader), so that each surface adopts exactly what it needs. */
declare module '*.css' {
  const text: string;
  export default text;
}
