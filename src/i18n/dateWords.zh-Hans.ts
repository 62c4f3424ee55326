import type { dateWords as english } from './dateWords.en.ts'

const seasons = ['春季', '夏季', '秋季', '冬季']
const numerals = ['一', '二', '三', '四']

const known: Readonly<Record<string, string>> = {
  millennium: '精确到千年',
  century: '精确到世纪',
  decade: '精确到年代',
  year: '精确到年',
  season: '精确到季',
  month: '精确到月',
  day: '精确到日',
  hour: '精确到小时',
  minute: '精确到分',
  second: '精确到秒',
  tenth: '精确到十分之一秒',
  hundredth: '精确到百分之一秒',
  millisecond: '精确到毫秒',
  deep: '为约数',
  open: '未限定',
  unknown: '不详',
}

const units: Readonly<Record<string, string>> = {
  day: '这一天',
  month: '这个月',
  season: '这一季',
  year: '这一年',
  decade: '这个年代',
  century: '这个世纪',
  millennium: '这个千年',
}

function season(code: number, year: string): string {
  if (code <= 24) return `${year}年${seasons[code - 21] ?? ''}`
  if (code <= 28) return `${year}年${seasons[code - 25] ?? ''}（北半球）`
  if (code <= 32) return `${year}年${seasons[code - 29] ?? ''}（南半球）`
  if (code <= 36) return `${year}年第${numerals[code - 33] ?? ''}季度`
  if (code <= 39) return `${year}年第${numerals[code - 37] ?? ''}个四个月`
  return `${year}年${code === 40 ? '上' : '下'}半年`
}

function list(texts: readonly string[], word: string): string {
  if (texts.length < 2) return texts.join('')
  return `${texts.slice(0, -1).join('、')}${word}${texts.at(-1) ?? ''}`
}

/** Chinese counts in ten thousands (万) and hundred millions (亿). */
function years(year: number): string {
  const count = Math.abs(year)
  const number = (value: number): string =>
    value.toLocaleString('zh-Hans', {
      maximumFractionDigits: 6,
      maximumSignificantDigits: 15,
      useGrouping: false,
    })
  return count >= 1e8 ? `${number(count / 1e8)}亿年` : `${number(count / 1e4)}万年`
}

/** Simplified Chinese words of dates. */
export const dateWords: typeof english = {
  month: (month) => `${String(month)}月`,
  calendar: ({ year, month = '', day }) =>
    `${year === undefined ? '' : `${year}年`}${month}${day === undefined ? '' : `${day}日`}`,
  yearFirst: true,
  bce: (year) => `公元前${year}`,
  ce: (year) => `公元${year}`,
  decade: (year) => `${String(year)}年代`,
  century: (count, bce) => `${bce ? '公元前' : ''}${String(count)}世纪`,
  millennium: (count, bce) => `${bce ? '公元前' : '公元'}第${String(count)}个千年`,
  season,
  deepYear: (year) => (year === 0 ? '今天' : `${years(year)}${year < 0 ? '前' : '后'}`),
  deepTick: (year) => (year === 0 ? '今天' : `${years(year)}${year < 0 ? '前' : '后'}`),
  hour: (hour) => `${String(Number(hour))}时`,
  dateAndTime: (date, time) => `${date} ${time}`,
  about: (text) => `约${text}`,
  uncertain: (text) => `${text}（？）`,
  range: (start, end) => `${start}至${end}`,
  since: (text) => `${text}起`,
  until: (text) => `至${text}`,
  sinceUnknownEnd: (text) => `${text}起，结束时间不详`,
  untilUnknownStart: (text) => `至${text}，开始时间不详`,
  orEarlier: (text) => `${text}或更早`,
  orLater: (text) => `${text}或更晚`,
  anyOf: (texts) => list(texts, '或'),
  allOf: (texts) => list(texts, '和'),
  quarter: (count) => `${String(count)}季度`,
  precision: {
    exact: (unit) => known[unit] ?? '',
    knownToMonth: '精确到月',
    someTimeIn: (text) => `${text}内的某个时间`,
    between: (start, end) => `${start}至${end}之间的某个时间`,
    roundedYear: '约数',
    about: (unit) => `大约在${units[unit] ?? '这个时间'}`,
    giveOrTake: (count) => `前后各约${count < 1e4 ? `${String(count)}年` : years(count)}`,
    uncertain: (text) => `${text}（来源存疑）`,
    interval: (start, end) =>
      start === end
        ? `起止时间${known[start] ?? ''}`
        : `开始时间${known[start] ?? ''}，结束时间${known[end] ?? ''}`,
    oneOf: '其中之一',
    allOf: '全部日期',
  },
}
