/** The package ships no types; these cover what we call. */
declare module 'subset-font' {
  export type Axes = Record<string, number | { min: number; max: number }>;
  interface Options {
    targetFormat: 'woff2';
    variationAxes: Axes;
    noHinting: boolean;
  }
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>;
}
