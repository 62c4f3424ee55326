/** What the dense example says in words, but for the changes that deserve a sentence of their own. */

const t = (en, zh) => ({ en, 'zh-Hans': zh })

/** What a city's first standard time is called; `step` is the change in seconds. */
export function firstStandardTime(city, time, step) {
  const minutes = Math.floor(Math.abs(step) / 60)
  const seconds = Math.abs(step) % 60
  const forward = step > 0
  return {
    title: t(`${city.en} takes zone time, ${time}`, `${city['zh-Hans']}采用区时${time}`),
    summary: t(
      `The clocks leave the city’s own Sun: ${forward ? 'forward' : 'back'} by ${minutes} min ${seconds} s.`,
      `钟不再随本地太阳：${forward ? '拨快' : '拨慢'}${minutes}分${seconds}秒。`,
    ),
  }
}

/** What the leap second number `count` is called; `time` is 23:59:60. */
export function leapSecond(count, time) {
  return {
    dateNote: t(`The second ${time} UTC, at the end of the day.`, `当日末尾的${time} UTC这一秒。`),
    title: t(`Leap second ${count}`, `第${count}个闰秒`),
  }
}

/** Lanes from top to bottom: zone of the tz database, names, colour. */
export const cities = [
  { id: 'london', zone: 'Europe/London', name: t('London', '伦敦'), color: '#2155c4' },
  { id: 'berlin', zone: 'Europe/Berlin', name: t('Berlin', '柏林'), color: '#b4521a' },
  { id: 'moscow', zone: 'Europe/Moscow', name: t('Moscow', '莫斯科'), color: '#a3264f' },
  { id: 'cairo', zone: 'Africa/Cairo', name: t('Cairo', '开罗'), color: '#7a5c00' },
  { id: 'shanghai', zone: 'Asia/Shanghai', name: t('Shanghai', '上海'), color: '#0f7a6c' },
  { id: 'new-york', zone: 'America/New_York', name: t('New York', '纽约'), color: '#6b3fa0' },
  { id: 'sao-paulo', zone: 'America/Sao_Paulo', name: t('São Paulo', '圣保罗'), color: '#2f6b2f' },
  { id: 'sydney', zone: 'Australia/Sydney', name: t('Sydney', '悉尼'), color: '#1f6f8b' },
]

/** The lane of leap seconds. */
export const earth = {
  id: 'earth',
  name: t('Leap seconds', '闰秒'),
  color: '#6d6878',
  description: t(
    'Seconds added when the Earth falls behind the clocks',
    '地球落后于钟时插入的一秒',
  ),
}

/** Ways of changing a clock, as topics. */
export const topics = [
  { id: 'forward', title: t('Forward', '拨快') },
  { id: 'back', title: t('Back', '拨慢') },
  { id: 'standard', title: t('A new standard time', '标准时变更') },
  { id: 'leap-second', title: t('Leap second', '闰秒') },
]

export const sources = [
  {
    id: 'tz',
    title: t('Time Zone Database', '时区数据库'),
    publisher: 'IANA',
    url: 'https://www.iana.org/time-zones',
  },
  {
    id: 'iers',
    title: t('Leap seconds: Bulletin C', '闰秒：C公报'),
    publisher: 'IERS',
    url: 'https://www.iers.org/IERS/EN/Publications/Bulletins/bulletins.html',
  },
  {
    id: 'w-dst',
    title: 'Daylight saving time',
    publisher: 'Wikipedia',
    url: 'https://en.wikipedia.org/wiki/Daylight_saving_time',
  },
  {
    id: 'w-leap',
    title: 'Leap second',
    publisher: 'Wikipedia',
    url: 'https://en.wikipedia.org/wiki/Leap_second',
  },
]

export const eras = [
  ['by-the-sun', 'Each city by its Sun', '各依太阳', '1847/1915'],
  ['saving-candles', 'Saving candles', '节约蜡烛', '1916/1939-08'],
  ['war', 'War time', '战时', '1939-09/1945'],
  ['every-city', 'Every city as it likes', '各行其是', '1946/1972'],
  ['oil', 'Saving oil', '节约石油', '1973/1995'],
  ['in-step', 'In step, or out of it', '同步，或退出', '1996/2025'],
].map(([id, en, zh, date]) => ({ id, title: t(en, zh), date }))

export const head = {
  title: t('Every time the clocks changed', '每一次拨钟'),
  subtitle: t('Eight cities and the leap seconds, 1847–2025', '八座城市与闰秒，1847–2025'),
  description: t(
    'A dense timeline: every change of the clocks in eight cities, to the second, and every leap second. Each time is told as the city’s clocks showed it just after the change. Zoom in on a crowd and it parts. Changes before 1970 rest on what historians of time could find, and some may be wrong.',
    '一条密集的时间线：八座城市每一次拨钟（精确到秒），以及每一个闰秒。时刻按拨钟之后当地的钟面给出。放大密集处，它就会散开。1970年以前的记录依据时间史研究者所能找到的资料，个别可能有误。',
  ),
}

export const story = [
  {
    id: 'two-noons',
    title: t('Noon was a local matter', '正午曾是各地自己的事'),
    text: t(
      'Trains cannot run by every town’s own Sun. One after the other, cities give up theirs.',
      '火车不能按每座城镇自己的太阳运行。城市一个接一个放弃了自己的太阳。',
    ),
    event: 'new-york-1883-11-18',
    range: '1845/1916',
    organizations: ['new-york', 'london', 'berlin', 'cairo', 'shanghai', 'sydney', 'sao-paulo'],
  },
  {
    id: 'candles',
    title: t('A war to save candles', '为战争省蜡烛'),
    text: t(
      'In one spring most of Europe moves its clocks. Moscow hardly stops moving them.',
      '一个春天里，大半个欧洲都拨了钟。莫斯科几乎拨个不停。',
    ),
    event: 'berlin-1916-05-01',
    range: '1916/1922',
    organizations: ['berlin', 'london', 'moscow', 'new-york'],
  },
  {
    id: 'double',
    title: t('Two hours ahead', '快两小时'),
    text: t(
      'War again: London doubles its summer, Berlin’s lasts for years, America calls it War Time.',
      '又是战争：伦敦夏天加倍，柏林的夏天持续数年，美国称之为战争时间。',
    ),
    event: 'london-1941-05-04',
    range: '1939-09/1948',
    organizations: ['london', 'berlin', 'new-york'],
  },
  {
    id: 'one-second',
    title: t('The Earth is late', '地球迟到了'),
    text: t(
      'Atomic clocks are better than the planet. Now and then it is given a second.',
      '原子钟比行星还准，于是时不时给行星让一秒。',
    ),
    event: 'leap-1972-06-30',
    range: '1970/2018',
    organizations: ['earth'],
  },
  {
    id: 'enough',
    title: t('Enough of it', '够了'),
    text: t(
      'China, Russia, Brazil stop. Cairo stops, starts, and stops for a month in between.',
      '中国、俄罗斯、巴西停了。开罗停了又开，中间还停过一个月。',
    ),
    event: 'moscow-2014-10-26',
    range: '2009/2025',
    organizations: ['moscow', 'cairo', 'sao-paulo'],
  },
]
