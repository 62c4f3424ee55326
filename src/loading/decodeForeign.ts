/** The text of somebody else's file: UTF-8, or UTF-16 with its mark, as spreadsheets save it, too. */
export function decodeForeign(bytes: Uint8Array): string {
  const [first, second] = bytes
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be'
  const marked = utf16 === 'utf-16le' || (first === 0xfe && second === 0xff)
  return new TextDecoder(marked ? utf16 : 'utf-8').decode(bytes)
}
