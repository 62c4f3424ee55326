import ICAL from 'ical.js'
import { fieldsOf, instantOf } from '#core/time/calendar.ts'
import { type Instant, MS } from '#core/time/instant.ts'
import type { IcsComponent } from './icsLines.ts'

/** Minutes that a place is ahead of UTC. */
export interface Zone {
  /** At a time as its clocks show it, given as if that were UTC. */
  offsetAtLocal(local: Instant): number
  offsetAt(instant: Instant): number
}

export const utc: Zone = { offsetAtLocal: () => 0, offsetAt: () => 0 }

/** Finds zones by the names that a calendar uses; undefined for those that nobody knows. */
export function zonesOf(calendars: readonly IcsComponent[]): (name: string) => Zone | undefined {
  const own = new Map<string, IcsComponent>()
  for (const calendar of calendars) {
    for (const component of calendar.children) {
      const id = component.properties.find(({ name }) => name === 'TZID')?.value.trim()
      if (component.name === 'VTIMEZONE' && id !== undefined) own.set(id, component)
    }
  }
  const known = new Map<string, Zone | undefined>()
  return (name) => {
    if (!known.has(name)) {
      const component = own.get(name)
      known.set(name, (component && zoneByRules(component)) ?? zoneByName(name))
    }
    return known.get(name)
  }
}

/** A zone by the rules that the file brings along: Outlook's names mean nothing elsewhere. */
function zoneByRules(component: IcsComponent): Zone | undefined {
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(written(component))))
    const offsetAtLocal = (local: Instant): number => {
      const fields = { ...fieldsOf(local), isDate: false }
      return Math.round(zone.utcOffset(ICAL.Time.fromData(fields)) / 60)
    }
    // A file whose rules cannot be followed shows it at the first question.
    offsetAtLocal(0)
    return { offsetAtLocal, offsetAt: (instant) => turned(instant, offsetAtLocal) }
  } catch {
    return undefined
  }
}

/** The offset at an instant from that at local times: right but for the hour that clocks repeat. */
function turned(instant: Instant, offsetAtLocal: (local: Instant) => number): number {
  const near = offsetAtLocal(instant)
  return offsetAtLocal(instant + near * MS.minute)
}

function written({ name, properties, children }: IcsComponent): string {
  const lines = properties.map(({ name, params, value }) => {
    const texts = Array.from(params, ([key, text]) => `;${key}="${text}"`)
    return `${name}${texts.join('')}:${value}`
  })
  return [`BEGIN:${name}`, ...lines, ...children.map(written), `END:${name}`].join('\r\n')
}

/** A zone by its name in the tz database, which some programs put behind a path of their own. */
function zoneByName(name: string): Zone | undefined {
  if (/^(utc|gmt|z|etc\/utc)$/i.test(name)) return utc
  for (const candidate of [name, name.split('/').slice(-2).join('/')]) {
    const format = formatIn(candidate)
    if (format === undefined) continue
    const offsetAt = (instant: Instant): number => {
      const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
      const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0)
      const local = instantOf({
        year: part('year'),
        month: part('month'),
        day: part('day'),
        hour: part('hour'),
        minute: part('minute'),
        second: part('second'),
      })
      return Math.round((local - Math.floor(instant / 1000) * 1000) / MS.minute)
    }
    const offsetAtLocal = (local: Instant): number => offsetAt(local - offsetAt(local) * MS.minute)
    return { offsetAt, offsetAtLocal }
  }
  return undefined
}

function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}
