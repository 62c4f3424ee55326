const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const seasons = ['spring', 'summer', 'autumn', 'winter']
const thirds = ['first', 'second', 'last']

const known: Readonly<Record<string, string>> = {
  millennium: 'known to the millennium',
  century: 'known to the century',
  decade: 'known to the decade',
  year: 'known to the year',
  season: 'known to the season',
  month: 'known to the month',
  day: 'exact to the day',
  hour: 'exact to the hour',
  minute: 'exact to the minute',
  second: 'exact to the second',
  tenth: 'exact to a tenth of a second',
  hundredth: 'exact to a hundredth of a second',
  millisecond: 'exact to the millisecond',
  deep: 'in round numbers',
  open: 'left open',
  unknown: 'not known',
}

function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${String(count)}${ending}`
}

function season(code: number, year: string): string {
  if (code <= 24) return `${seasons[code - 21] ?? ''} ${year}`
  if (code <= 28) return `northern ${seasons[code - 25] ?? ''} ${year}`
  if (code <= 32) return `southern ${seasons[code - 29] ?? ''} ${year}`
  if (code <= 36) return `Q${String(code - 32)} ${year}`
  if (code <= 39) return `${thirds[code - 37] ?? ''} third of ${year}`
  return `${code === 40 ? 'first' : 'second'} half of ${year}`
}

function list(texts: readonly string[], word: string): string {
  if (texts.length < 2) return texts.join('')
  return `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`
}

/** "538.8 million years ago", "3400 BCE": a count, and what two of them share. */
const counted = /^((?:about )?)([\d.,]+)( (?:BCE|CE|(?:million|billion) years (?:ago|from now)))$/

/** The first of two counts without the words that follow the second too; undefined for anything else. */
function shortened(start: string, end: string): readonly [start: string, end: string] | undefined {
  const [, about, count = '', unit] = counted.exec(start) ?? []
  const [, aboutLast, last = '', lastUnit] = counted.exec(end) ?? []
  if (unit === undefined || unit !== lastUnit || about !== aboutLast) return undefined
  return [`${about ?? ''}${count}`, `${last}${unit}`]
}

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: 6, maximumSignificantDigits: 15 })

/** English words of dates: the `DateWords` of core/time/dateWords.ts. */
export const dateWords = {
  month: (month: number, style: 'short' | 'long') => {
    const name = months[month - 1] ?? ''
    return style === 'short' ? name.slice(0, 3) : name
  },
  calendar: ({ day, month, year }: { year?: string; month?: string; day?: string }) =>
    [day, month, year].filter(Boolean).join(' '),
  yearFirst: false,
  bce: (year: string) => `${year.length > 4 ? number(Number(year)) : year} BCE`,
  ce: (year: string) => `${year} CE`,
  decade: (year: number) => `${String(year)}s`,
  century: (count: number, bce: boolean) => `${ordinal(count)} century${bce ? ' BCE' : ''}`,
  millennium: (count: number, bce: boolean) => `${ordinal(count)} millennium${bce ? ' BCE' : ''}`,
  season,
  deepYear: (year: number) => {
    if (year === 0) return 'today'
    const years = Math.abs(year)
    const amount =
      years >= 1e9 ? `${number(years / 1e9)} billion` : `${number(years / 1e6)} million`
    return `${amount} years ${year < 0 ? 'ago' : 'from now'}`
  },
  deepTick: (year: number) => {
    if (year === 0) return 'today'
    const years = Math.abs(year)
    const sign = year > 0 ? '+' : ''
    if (years >= 1e9) return `${sign}${number(years / 1e9)} Ga`
    return years >= 1e6 ? `${sign}${number(years / 1e6)} Ma` : `${sign}${number(years / 1e3)} ka`
  },
  hour: (hour: string) => `${hour} h`,
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  about: (text: string) => `about ${text}`,
  uncertain: (text: string) => `${text}?`,
  range: (start: string, end: string) => {
    const shared = shortened(start, end)
    if (shared !== undefined) return shared.join('–')
    return /\s/.test(start + end) ? `${start} – ${end}` : `${start}–${end}`
  },
  since: (text: string) => `since ${text}`,
  until: (text: string) => `until ${text}`,
  sinceUnknownEnd: (text: string) => `from ${text}, end not known`,
  untilUnknownStart: (text: string) => `until ${text}, start not known`,
  orEarlier: (text: string) => `${text} or earlier`,
  orLater: (text: string) => `${text} or later`,
  anyOf: (texts: readonly string[]) => list(texts, 'or'),
  allOf: (texts: readonly string[]) => list(texts, 'and'),
  quarter: (count: number) => `Q${String(count)}`,
  precision: {
    exact: (unit: string) => known[unit] ?? '',
    knownToMonth: 'known to the month',
    someTimeIn: (text: string, unit: string) =>
      ['decade', 'century', 'millennium'].includes(unit) ||
      text.startsWith('first') ||
      text.startsWith('second') ||
      text.startsWith('last')
        ? `some time in the ${text}`
        : `some time in ${text}`,
    between: (start: string, end: string) =>
      `some time between ${(shortened(start, end) ?? [start, end]).join(' and ')}`,
    roundedYear: 'a round number',
    about: (unit: string) =>
      ['day', 'month', 'season', 'year', 'decade', 'century', 'millennium'].includes(unit)
        ? `about this ${unit}`
        : 'about this time',
    giveOrTake: (years: number) =>
      `give or take ${years >= 1e6 ? `${number(years / 1e6)} million` : number(years)} years`,
    uncertain: (text: string) => `${text}, if the source is right`,
    interval: (start: string, end: string) =>
      start === end
        ? `start and end ${known[start] ?? ''}`
        : `start ${known[start] ?? ''}, end ${known[end] ?? ''}`,
    oneOf: 'one of these dates',
    allOf: 'all of these dates',
  },
}
