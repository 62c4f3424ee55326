/** What a word of a date says, whatever the language. */
export type Meaning =
  | { readonly is: 'month'; readonly month: number }
  /** ISO 8601: 1 is Monday. */
  | { readonly is: 'weekday'; readonly weekday: number }
  | { readonly is: 'era'; readonly era: 'bce' | 'ce' }
  /** EDTF code 21-24. */
  | { readonly is: 'season'; readonly season: number }
  /** Which part of a longer stretch. */
  | { readonly is: 'phase'; readonly phase: Phase }
  | { readonly is: 'unit'; readonly unit: 'decade' | 'century' | 'millennium' | 'quarter' }
  | { readonly is: 'quarter'; readonly quarter: number }
  /** The number before it is the year, the month or the day. */
  | { readonly is: 'counter'; readonly counter: 'year' | 'month' | 'day' }
  | { readonly is: 'scale'; readonly factor: number }
  /** A scale and "ago" in one: `Ma`. */
  | { readonly is: 'ages'; readonly factor: number }
  | { readonly is: 'ago' | 'ahead' | 'beforePresent' }
  | { readonly is: 'doubt'; readonly doubt: 'about' | 'uncertain' }
  | { readonly is: 'noon'; readonly add: 0 | 12 }
  | { readonly is: 'zone'; readonly minutes: number }
  /** Stands before or after a whole date, or between two. */
  | { readonly is: 'before' | 'after' | 'since' | 'until' | 'range' | 'or' | 'and' | 'between' }
  | { readonly is: 'orEarlier' | 'orLater' | 'by' }
  | { readonly is: 'open' | 'filler' }

export type Phase = 'early' | 'mid' | 'late' | 'firstHalf' | 'secondHalf'

const meanings = new Map<string, Meaning>()

function say(meaning: Meaning, words: string): void {
  for (const word of words.split(' ')) meanings.set(word, meaning)
}

// English, German, French, Spanish, without accents; Chinese after `spreadWords`.
const months = [
  'january jan januar janner janvier janv enero ene',
  'february feb februar feber fevrier fevr fev febrero',
  'march mar marz maerz mrz mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto',
  'september sep sept septembre septiembre setiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
]
const weekdays = [
  'monday mon montag mo lundi lun lunes',
  'tuesday tue tues dienstag di mardi martes',
  'wednesday wed mittwoch mi mercredi mer miercoles mie',
  'thursday thu thur thurs donnerstag do jeudi jeu jueves jue',
  'friday fri freitag fr vendredi ven viernes vie',
  'saturday sat samstag sonnabend sa samedi sam sabado sab',
  'sunday sun sonntag so dimanche dim domingo dom',
]
const seasons = [
  'spring fruhling fruhjahr printemps primavera 春 春季 春天',
  'summer sommer ete verano 夏 夏季 夏天',
  'autumn fall herbst automne otono 秋 秋季 秋天',
  'winter hiver invierno 冬 冬季 冬天',
]
months.forEach((words, index) => say({ is: 'month', month: index + 1 }, words))
weekdays.forEach((words, index) => say({ is: 'weekday', weekday: index + 1 }, words))
seasons.forEach((words, index) => say({ is: 'season', season: index + 21 }, words))

say({ is: 'era', era: 'bce' }, 'bc bce vchr avjc ac 公元前')
say({ is: 'era', era: 'ce' }, 'ad ce nchr apjc dc 公元')

say({ is: 'phase', phase: 'early' }, 'early anfang debut principios 初 早期')
say({ is: 'phase', phase: 'mid' }, 'mid middle mitte mediados milieu 中期')
say({ is: 'phase', phase: 'late' }, 'late ende fin finales 末 晚期')
say({ is: 'phase', phase: 'firstHalf' }, 'firsthalf h1 上半')
say({ is: 'phase', phase: 'secondHalf' }, 'secondhalf h2 下半')

say({ is: 'unit', unit: 'century' }, 'century centuries cent jahrhundert jh jhd siecle siglo 世纪')
say({ is: 'unit', unit: 'millennium' }, 'millennium millennia jahrtausend millenaire milenio 千年')
say({ is: 'unit', unit: 'decade' }, '年代')
say({ is: 'unit', unit: 'quarter' }, 'quarter q quartal trimestre 季度')

for (let quarter = 1; quarter <= 4; quarter++) say({ is: 'quarter', quarter }, `q${quarter}`)

say({ is: 'counter', counter: 'year' }, '年')
say({ is: 'counter', counter: 'month' }, '月')
say({ is: 'counter', counter: 'day' }, '日 号')

say({ is: 'scale', factor: 1e3 }, 'thousand tausend mille mil')
say({ is: 'scale', factor: 1e4 }, '万')
say({ is: 'scale', factor: 1e6 }, 'million millions millionen millones mio')
say({ is: 'scale', factor: 1e8 }, '亿')
say({ is: 'scale', factor: 1e9 }, 'billion billions milliarde milliarden milliards mrd')
say({ is: 'ages', factor: 1e3 }, 'ka kya')
say({ is: 'ages', factor: 1e6 }, 'ma mya')
say({ is: 'ages', factor: 1e9 }, 'ga gya bya')
say({ is: 'ago' }, 'ago yearsago 年前 jahren')
say({ is: 'ahead' }, 'fromnow 年后')
say({ is: 'beforePresent' }, 'bp')

say({ is: 'doubt', doubt: 'about' }, 'c ca circa cca about around approx approximately roughly')
say({ is: 'doubt', doubt: 'about' }, 'um gegen etwa zirka vers environ env hacia cerca 约 左右')
say({ is: 'doubt', doubt: 'uncertain' }, 'possibly probably perhaps maybe presumably 可能')

say({ is: 'noon', add: 0 }, '上午')
say({ is: 'noon', add: 12 }, '下午')

say({ is: 'zone', minutes: 0 }, 'z ut utc gmt')
// The zones of RFC 2822, and two that mean one thing only: most abbreviations mean several.
const zones = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
}
for (const [word, hours] of Object.entries(zones)) say({ is: 'zone', minutes: hours * 60 }, word)

say({ is: 'before' }, 'before vor avant antes 以前 之前')
say({ is: 'after' }, 'after nach apres despues 以后 之后')
say({ is: 'since' }, 'since from seit ab von vom depuis desde 自 起')
say({ is: 'until' }, 'until till through thru bis hasta jusqua 至 到')
say({ is: 'by' }, 'by')
say({ is: 'range' }, 'to au al a')
say({ is: 'between' }, 'between zwischen entre')
say({ is: 'and' }, 'and und et y')
say({ is: 'or' }, 'or oder ou o 或')
say({ is: 'orEarlier' }, 'orearlier 或更早')
say({ is: 'orLater' }, 'orlater 或更晚')
say(
  { is: 'open' },
  'present now today ongoing current currently heute jetzt aujourdhui hoy actualidad 今',
)
say(
  { is: 'filler' },
  'of the in on at year anno de del der des dem den im am le la el du jahr jahre annee',
)
// `am` is the German "on" here: after an hour it is a part of the time.
say({ is: 'filler' }, 'ano years am')

/** What `word` means in a date: lower case, without accents, as `spreadWords` leaves it. */
export function meaningOf(word: string): Meaning | undefined {
  return meanings.get(word)
}

/** Words that belong together, and Chinese ones that no blank parts from their neighbours. */
const together: Readonly<Record<string, string>> = {
  'before christ': 'bc',
  'before the common era': 'bc',
  'before common era': 'bc',
  'b c': 'bc',
  'v chr': 'bc',
  'vor chr': 'bc',
  'vor christus': 'bc',
  'v u z': 'bc',
  'av j-c': 'bc',
  'av jc': 'bc',
  'avant j-c': 'bc',
  'avant jc': 'bc',
  'avant jesus-christ': 'bc',
  'a de c': 'bc',
  'a c': 'bc',
  'antes de cristo': 'bc',
  'anno domini': 'ad',
  'common era': 'ce',
  'a d': 'ad',
  'd c': 'ad',
  'n chr': 'ad',
  'nach christus': 'ad',
  'apr j-c': 'ad',
  'ap j-c': 'ad',
  'apres j-c': 'ad',
  'despues de cristo': 'ad',
  'd de c': 'ad',
  'or earlier': 'orearlier',
  'or before': 'orearlier',
  'or later': 'orlater',
  'or after': 'orlater',
  'up to': 'until',
  "jusqu'a": 'until',
  "jusqu'en": 'until',
  'no later than': 'by',
  'not later than': 'by',
  'first half of': 'firsthalf',
  'second half of': 'secondhalf',
  'beginning of': 'early',
  'start of': 'early',
  'middle of': 'mid',
  'end of': 'late',
  'years ago': 'ago',
  'years before present': 'bp',
  'before present': 'bp',
  'years from now': 'fromnow',
  'from now': 'fromnow',
  'il y a': '',
  "d'annees": 'ago',
  'de anos': 'ago',
  "aujourd'hui": 'today',
}
const chinese = (
  '公元前 西元前 公元 西元 公历 世纪 世紀 年代 年前 年後 年后 千年 季度 春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 ' +
  '大约 大約 约 約 左右 前后 上午 下午 早期 中期 晚期 上半年 下半年 以前 之前 以后 之后 或更早 或更晚 ' +
  '至今 至 到 或 自 起 年 月 日 号 號 第 个 初 末 万 萬 亿 億'
).split(' ')
const plainChinese: Readonly<Record<string, string>> = {
  西元前: '公元前',
  西元: '公元',
  公历: '',
  世紀: '世纪',
  年後: '年后',
  大约: '约',
  大約: '约',
  約: '约',
  前后: '左右',
  上半年: '上半',
  下半年: '下半',
  至今: '至 今',
  號: '号',
  第: '',
  个: '',
  萬: '万',
  億: '亿',
}
const longestFirst = (a: string, b: string): number => b.length - a.length
const phrase = new RegExp(
  `(?<!\\p{L})(?:${Object.keys(together).toSorted(longestFirst).join('|')})(?!\\p{L})|${chinese
    .toSorted(longestFirst)
    .join('|')}`,
  'gu',
)

/** Puts together what is one word in meaning, and blanks around Chinese words. Linear. */
export function spreadWords(text: string): string {
  return text.replace(phrase, (found) => ` ${together[found] ?? plainChinese[found] ?? found} `)
}
