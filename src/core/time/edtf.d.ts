/** The `edtf` package, as far as our tests use it: the oracle of parseDate. It has no types. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number }
}
