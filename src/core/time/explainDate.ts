const expectedDate = 'a date such as 2016, 2019-03, 2019-07-26, 2015-12~ or 2014/2015'

/**
 * Says what was expected in place of a text that is no date, with a suggestion where the slip is a
 * known one. Completes the sentence "expected …".
 */
export function explainDate(text: string): string {
  for (const [pattern, say] of slips) {
    const match = pattern.exec(text)
    if (match !== null) return say(match)
  }
  return expectedDate
}

type Slip = readonly [pattern: RegExp, say: (match: RegExpExecArray) => string]

const pad = (text: string | undefined, length: number): string => (text ?? '').padStart(length, '0')

const slips: readonly Slip[] = [
  [/[‐-―−]/, () => 'plain hyphens (-) between the parts of a date, and / between two dates'],
  [
    /^(?:c|ca|circa|about|around)\b\.?\s*(\d{4})$/i,
    ([, year]) => `a ~ after what is approximate: ${year ?? ''}~`,
  ],
  // There is no year 0 where people write BC: 44 BC is -0043.
  [
    /^(\d{1,4})\s*BCE?$/i,
    ([, year]) => {
      const before = Number(year) - 1
      return `digits only: ${before > 0 ? '-' : ''}${pad(String(before), 4)}, since 0000 is 1 BCE`
    },
  ],
  [
    /(?<!\p{L})(?:BCE?|AD|CE|century)(?!\p{L})|公元|世纪/iu,
    () => 'digits only: 551 BCE is -0550, the 19th century 18XX',
  ],
  [/\d.*(?:\p{L}{3}|年)|\p{L}{3}.*\d/u, () => 'digits in the order 2016-05-31, or fewer: 2016-05'],
  [/^\d{1,2}[./]\d{1,2}[./](\d{4})$/, ([, year]) => `the year first: ${year ?? ''}-MM-DD`],
  [/^(\d\d)$/, ([, digits]) => `a year of four digits; for a century write ${digits ?? ''}XX`],
  [
    /^(\d{3})$/,
    ([, digits]) => `a year of four digits: 0${digits ?? ''}, or ${digits ?? ''}X for a decade`,
  ],
  [/^([+-]?)(\d{1,3})(?=[-/?~%]|$)/, (m) => `a year of four digits: ${m[1] ?? ''}${pad(m[2], 4)}`],
  [
    /^(\d{4})(\d\d)(\d\d)$/,
    ([, year, month, day]) => `hyphens: ${year ?? ''}-${month ?? ''}-${day ?? ''}`,
  ],
  [/^([+-]?\d{5,})$/, ([, digits]) => `Y before a year of more than four digits: Y${digits ?? ''}`],
  [
    /^([+-]?\d{4})-(\d{1,2})-(\d{1,2})$/,
    ([, year, month, day]) => `two digits: ${year ?? ''}-${pad(month, 2)}-${pad(day, 2)}`,
  ],
  [/^([+-]?\d{4})-(\d)$/, ([, year, month]) => `two digits: ${year ?? ''}-0${month ?? ''}`],
  [
    /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/,
    ([, year, month, day]) => `hyphens: ${year ?? ''}-${pad(month, 2)}-${pad(day, 2)}`,
  ],
]
