/** The changes of clocks that deserve a sentence of their own in the dense example. */

const t = (en, zh) => ({ en, 'zh-Hans': zh })

/** Title, sentence and importance, by id of the event. */
export const notable = {
  'london-1847-12-01': {
    importance: 5,
    title: t('London keeps railway time', '伦敦用铁路时间'),
    summary: t(
      'The railways agree on the time of Greenwich, 75 seconds ahead of London’s Sun. The law follows only in 1880.',
      '铁路公司统一用格林尼治时间，比伦敦的太阳快75秒。法律到1880年才跟上。',
    ),
  },
  'new-york-1883-11-18': {
    importance: 5,
    title: t('The day of two noons', '两个正午的一天'),
    summary: t(
      'The railways of North America cut the continent into zones. New York’s clocks strike noon, wait four minutes, and strike it again.',
      '北美铁路公司把大陆划分成时区。纽约的钟敲过正午，停了四分钟，再敲一次。',
    ),
  },
  'berlin-1893-04-01': {
    importance: 4,
    title: t('Germany gets one time', '德国统一时间'),
    summary: t(
      'By law, all of Germany goes by the Sun of the 15th meridian.',
      '依法律，全德国以东经15度的太阳为准。',
    ),
  },
  'berlin-1916-05-01': {
    importance: 5,
    title: t('The first summer time of a country', '首个全国夏令时'),
    summary: t(
      'Germany and Austria-Hungary put their clocks forward to save coal for the war. Britain follows within three weeks.',
      '德国与奥匈帝国为战争节省煤炭，把钟拨快。英国三周之内跟进。',
    ),
  },
  'london-1916-05-21': {
    importance: 4,
    title: t('British Summer Time begins', '英国夏令时开始'),
    summary: t(
      'William Willett, a builder who loved early rides, had asked for it since 1907. He died a year too soon.',
      '爱好晨骑的建筑商威廉·威利特自1907年起呼吁，却早去世了一年。',
    ),
  },
  'new-york-1918-03-31': {
    importance: 4,
    title: t('Daylight saving in America', '美国实行夏令时'),
    summary: t(
      'The law that brings it also makes the railways’ zones official.',
      '同一部法律也把铁路时区定为官方时区。',
    ),
  },
  'moscow-1916-07-02': {
    importance: 2,
    title: t('Moscow corrects its clocks', '莫斯科校准时钟'),
    summary: t('Moscow’s own mean time gains 62 seconds.', '莫斯科平时拨快62秒。'),
  },
  'moscow-1918-05-31': {
    importance: 3,
    title: t('Moscow: two hours forward', '莫斯科：拨快两小时'),
    summary: t(
      'From 1917 to 1922 Moscow’s clocks change twelve times, once by 31 minutes and 19 seconds.',
      '1917年到1922年，莫斯科的钟拨了十二次，有一次拨了31分19秒。',
    ),
  },
  'moscow-1930-06-21': {
    importance: 4,
    title: t('Decree time', '法令时间'),
    summary: t(
      'Soviet clocks go forward one hour, and stay there for half a century.',
      '苏联的钟拨快一小时，一停就是半个世纪。',
    ),
  },
  'london-1940-02-25': {
    importance: 4,
    title: t('Summer time stays on', '夏令时不再取消'),
    summary: t(
      'London will not go back to Greenwich time until October 1945.',
      '直到1945年10月，伦敦才回到格林尼治时间。',
    ),
  },
  'berlin-1940-04-01': {
    importance: 3,
    title: t('Berlin: summer until 1942', '柏林：夏令时持续到1942年'),
    summary: t(
      'The clocks go forward, and not back for two and a half years.',
      '钟拨快之后，两年半没有拨回。',
    ),
  },
  'london-1941-05-04': {
    importance: 4,
    title: t('Double summer time', '双重夏令时'),
    summary: t(
      'Two hours ahead of Greenwich: daylight for the harvest, and the way home before the blackout.',
      '比格林尼治快两小时：为收割争取日光，也为灯火管制前回家。',
    ),
  },
  'new-york-1942-02-09': {
    importance: 4,
    title: t('War Time', '战争时间'),
    summary: t(
      'For three and a half years America’s clocks do not go back.',
      '三年半里，美国的钟没有拨回。',
    ),
  },
  'berlin-1945-05-24': {
    importance: 3,
    title: t('Berlin on Moscow’s time', '柏林用莫斯科时间'),
    summary: t(
      'For one summer the occupied city is two hours ahead of its own.',
      '整个夏天，被占领的城市比自己的时间快两小时。',
    ),
  },
  'london-1968-02-18': {
    importance: 4,
    title: t('A summer of three years and a half', '长达三年半的夏天'),
    summary: t(
      'Britain tries an hour ahead all year round. On dark northern mornings it finds few friends.',
      '英国试行全年快一小时。北方漆黑的早晨，没几个人喜欢。',
    ),
  },
  'london-1971-10-31': {
    importance: 3,
    title: t('Back to Greenwich', '回到格林尼治'),
    summary: t('The experiment ends by 366 votes to 81.', '试验以366票对81票终止。'),
  },
  'new-york-1974-01-06': {
    importance: 4,
    title: t('Summer time in January', '一月里的夏令时'),
    summary: t(
      'After the oil crisis America saves energy all year. Children walk to school in the dark.',
      '石油危机后，美国全年节能，孩子们摸黑上学。',
    ),
  },
  'berlin-1980-04-06': {
    importance: 4,
    title: t('Both Germanies change together', '两个德国同时拨钟'),
    summary: t(
      'After thirty summers without, East and West agree on the hour, if on little else.',
      '三十个夏天没有夏令时之后，东西德至少在钟点上达成一致。',
    ),
  },
  'moscow-1981-04-01': {
    importance: 3,
    title: t('Soviet summer time', '苏联夏令时'),
    summary: t(
      'On top of decree time: two hours ahead of the zone.',
      '叠加在法令时间之上：比时区快两小时。',
    ),
  },
  'shanghai-1986-05-04': {
    importance: 4,
    title: t('China tries summer time', '中国试行夏令时'),
    summary: t(
      'Six summers, one time for the whole country, and then no more.',
      '六个夏天，全国一个时间，然后不再实行。',
    ),
  },
  'shanghai-1991-09-15': {
    importance: 3,
    title: t('China’s last change', '中国最后一次拨钟'),
    summary: t('The clocks have not been touched since.', '此后再没有动过。'),
  },
  'berlin-1996-10-27': {
    importance: 4,
    title: t('Europe in step', '欧洲同步'),
    summary: t(
      'From this autumn all of the European Union goes back on the same night, the last Sunday of October.',
      '从这个秋天起，欧盟各国在同一夜拨慢：十月最后一个星期日。',
    ),
  },
  'sydney-2000-08-27': {
    importance: 3,
    title: t('Early for the Olympics', '为奥运提前'),
    summary: t(
      'Sydney brings summer forward by two months, for light evenings at the Games.',
      '为了奥运会明亮的傍晚，悉尼把夏令时提前了两个月。',
    ),
  },
  'new-york-2007-03-11': {
    importance: 3,
    title: t('Three weeks earlier', '提前三周'),
    summary: t(
      'Congress lengthens the American summer by a month. Programmers remember the night.',
      '国会把美国的夏天延长一个月。程序员记得那一夜。',
    ),
  },
  'cairo-2010-08-10': {
    importance: 4,
    title: t('A pause for Ramadan', '为斋月暂停'),
    summary: t(
      'Cairo goes back for the month of fasting, so that the day ends earlier, and forward again after it.',
      '斋月里开罗把钟拨回，好让白昼早点结束，月后再拨快。',
    ),
  },
  'moscow-2011-03-27': {
    importance: 4,
    title: t('Summer for good', '永久夏天'),
    summary: t('Russia goes forward and means to stay.', '俄罗斯拨快之后打算不再拨回。'),
  },
  'moscow-2014-10-26': {
    importance: 4,
    title: t('Winter for good', '永久冬天'),
    summary: t(
      'Three dark winters later Russia goes back, and has not changed since.',
      '三个黑暗的冬天之后，俄罗斯拨慢，此后未再变动。',
    ),
  },
  'sao-paulo-2019-02-16': {
    importance: 4,
    title: t('Brazil’s last summer time ends', '巴西最后一个夏令时结束'),
    summary: t(
      'In April a decree abolishes it: it no longer saves electricity.',
      '四月的法令废除了它：它已不再省电。',
    ),
  },
  'cairo-2023-04-28': {
    importance: 3,
    title: t('Cairo changes again', '开罗重新拨钟'),
    summary: t(
      'After nine years Egypt takes up summer time anew, to save gas.',
      '时隔九年，埃及为节约天然气重启夏令时。',
    ),
  },
  'leap-1972-06-30': {
    importance: 5,
    title: t('The first leap second', '第一个闰秒'),
    summary: t(
      'A minute of 61 seconds keeps the atomic clocks in step with the Earth.',
      '一分钟有61秒，让原子钟与地球保持一致。',
    ),
  },
  'leap-2016-12-31': {
    importance: 4,
    title: t('The latest leap second', '最近一个闰秒'),
    summary: t(
      'None has been needed since: the Earth has turned a little faster. By 2035 they are to be given up.',
      '此后一直不需要：地球转得略快了些。计划在2035年前停用。',
    ),
  },
}
