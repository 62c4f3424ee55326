/** The columns of Knight Lab's spreadsheet for TimelineJS, and those that people add to it. */
export type KnightLabColumn =
  | 'year'
  | 'month'
  | 'day'
  | 'time'
  | 'endYear'
  | 'endMonth'
  | 'endDay'
  | 'endTime'
  | 'startDate'
  | 'endDate'
  | 'displayDate'
  | 'headline'
  | 'text'
  | 'media'
  | 'mediaCredit'
  | 'mediaCaption'
  | 'mediaThumbnail'
  | 'mediaAlt'
  | 'type'
  | 'group'
  | 'background'
  | 'backgroundUrl'
  | 'backgroundColor'
  | 'id'

/** Names in small letters without anything between them; templates spell them as they like. */
const names: ReadonlyMap<string, KnightLabColumn> = new Map([
  ['year', 'year'],
  ['startyear', 'year'],
  ['month', 'month'],
  ['startmonth', 'month'],
  ['day', 'day'],
  ['startday', 'day'],
  ['time', 'time'],
  ['starttime', 'time'],
  ['endyear', 'endYear'],
  ['endmonth', 'endMonth'],
  ['endday', 'endDay'],
  ['endtime', 'endTime'],
  ['startdate', 'startDate'],
  ['enddate', 'endDate'],
  ['displaydate', 'displayDate'],
  ['headline', 'headline'],
  ['text', 'text'],
  ['media', 'media'],
  ['mediaurl', 'media'],
  ['mediacredit', 'mediaCredit'],
  ['mediacaption', 'mediaCaption'],
  ['mediathumbnail', 'mediaThumbnail'],
  ['mediathumbail', 'mediaThumbnail'],
  ['alttext', 'mediaAlt'],
  ['mediaalt', 'mediaAlt'],
  ['mediaalttext', 'mediaAlt'],
  ['type', 'type'],
  ['group', 'group'],
  ['tag', 'group'],
  ['background', 'background'],
  ['backgroundurl', 'backgroundUrl'],
  ['backgroundcolor', 'backgroundColor'],
  ['backgroundcolour', 'backgroundColor'],
  ['uniqueid', 'id'],
])

/**
 * Which of Knight Lab's columns each name stands for; of two for one, the first. A first column without
 * a name is the year where nothing else is: that is how a heading gets lost.
 */
export function knightLabColumns(
  header: readonly string[],
): readonly (KnightLabColumn | undefined)[] {
  const taken = new Set<KnightLabColumn>()
  const columns = header.map((name) => {
    const column = names.get(name.toLowerCase().replaceAll(/[^a-z]/g, ''))
    if (column === undefined || taken.has(column)) return undefined
    taken.add(column)
    return column
  })
  const isYearMissing = !taken.has('year') && !taken.has('startDate') && taken.has('month')
  const [first = ''] = header
  return isYearMissing && (first.trim() === '' || first === 'Column 1')
    ? ['year', ...columns.slice(1)]
    : columns
}

/** True for the header of a sheet made for TimelineJS. */
export function isKnightLabHeader(header: readonly string[]): boolean {
  const columns = new Set(knightLabColumns(header))
  return columns.has('headline') && (columns.has('year') || columns.has('startDate'))
}
