const digits = new Map(
  Array.from('〇零一二三四五六七八九').map((digit, at) => [digit, at < 2 ? 0 : at - 1]),
)
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** Chinese numbers where a date has its numbers: before a year, month, day, century, decade, quarter. */
const number =
  /[〇零一二三四五六七八九十百]{1,8}(?=年|月|日|号|號|世纪|世紀|年代|季度|个千年|个四个月)/gu

/** Writes the Chinese numbers of a date with digits: 二〇一六年 is 2016年, 二十世纪 is 20世纪. */
export function readChineseNumbers(text: string): string {
  return text.replace(number, (found) => String(valueOf(found)))
}

/** A Roman number beside a word for a century. */
const roman = /(?<!\p{L})([ivx]{1,6})(?:eme|e|th|st|nd|rd)?(?!\p{L})/gu
const century = /century|centuries|siecle|siglo|jahrhundert/
const letters = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
])

/** Writes the Roman numbers of centuries with digits: xixe siecle is 19 siecle. */
export function readRomanNumbers(text: string): string {
  if (!century.test(text)) return text
  return text.replace(roman, (_, number: string) => {
    const values = Array.from(number, (letter) => letters.get(letter) ?? 0)
    const signed = values.map((value, at) => (value < (values[at + 1] ?? 0) ? -value : value))
    return `${String(signed.reduce((sum, value) => sum + value, 0))}th`
  })
}

function valueOf(text: string): number {
  const signs = Array.from(text)
  if (!signs.some((sign) => units.has(sign))) {
    return signs.reduce((value, sign) => value * 10 + (digits.get(sign) ?? 0), 0)
  }
  let value = 0
  let digit: number | undefined
  for (const sign of signs) {
    const unit = units.get(sign)
    if (unit === undefined) digit = digits.get(sign)
    else {
      value += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return value + (digit ?? 0)
}
