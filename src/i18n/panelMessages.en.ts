import { plural } from './counts.en.ts'
import { count } from './counts.ts'

/**
 * English words of the panels that are fetched on demand: the first load has no room for them. Their
 * type is what every other language must provide.
 */
export const panelMessages = {
  detail: {
    close: 'Close',
    onlyThis: (name: string) => `Show only events of ${name}`,
    onlyTopic: (name: string) => `Show only events on ${name}`,
    roles: {
      maker: 'maker',
      founder: 'founder',
      member: 'member',
      user: 'user',
      partner: 'partner',
      host: 'host',
      context: 'context',
    },
    asOf: (date: string) => `as of ${date}`,
    parts: (count: number) => `Part of this: ${count}`,
    details: 'Details',
    people: 'People',
    topics: 'Topics',
    connected: 'Connected',
    links: 'Links',
    sources: 'Sources',
    relations: {
      partOf: 'Part of',
      cameFrom: 'Came from',
      leadsTo: 'Leads to',
      versionOf: 'Version of',
      hasVersion: 'Has the version',
      uses: 'Uses',
      usedBy: 'Used by',
      related: 'Related',
    },
    confidence: {
      confirmed: 'Confirmed',
      reported: 'Reported',
      disputed: 'Disputed',
    },
    confidenceMeaning: {
      confirmed: 'by the sources below',
      reported: 'told by those concerned, not checked by others',
      disputed: 'the sources do not agree',
    },
    opensNewTab: 'opens in a new tab',
    notInFilter: 'The filters hide this event.',
    clearFilters: 'Clear all filters',
    previous: (title: string) => `Previous event: ${title}`,
    next: (title: string) => `Next event: ${title}`,
    position: (place: number, total: number) => `${count(place)} of ${count(total)}`,
    outsideOf: (total: number) => `not among the ${count(total)}`,
    steps: 'Steps between events',
    copyLink: 'Copy link',
    copyCitation: 'Copy citation',
    copied: 'Copied.',
    copyDenied: 'The browser does not allow copying here. Copy the selected text yourself:',
    width: 'Width of the panel',
    height: 'Height of the panel',
    heights: { peek: 'Lowest', half: 'Half', full: 'Full' },
    higher: 'Make the panel higher',
    lower: 'Make the panel lower',
    startWith: 'Start with',
    howDrawn: 'How dates are drawn',
  },
  legend: {
    day: 'A dot: known to the day',
    period: 'A band with a ring: some time in that month or year',
    about: 'A wider, fading band: about then',
    lasting: 'A bar: it lasted that long; each end is as soft as it is known',
    open: 'A fading end: it went on, or nobody says until when',
    shared: 'A thin line to a small ring: another organisation took part',
  },
  problems: {
    title: 'Problems in the data',
    intro: 'The rest is shown. An error leaves an event out; a warning keeps it, with a repair.',
    severity: { fatal: 'Fatal', error: 'Error', warning: 'Warning', note: 'Note' },
    place: (line: number, column: number) => `line ${String(line)}, column ${String(column)}`,
    copy: 'Copy the list',
    inAddress: 'in the address of this page',
    urlWarning: {
      value: (name: string, value: string) =>
        `“${name}” cannot be “${value}”. The default is used instead.`,
      duplicate: (name: string, value: string) =>
        `“${name}” is there twice. The first one counts, not “${value}”.`,
      version: (_name: string, value: string) =>
        `The link is from a newer version (${value}). What is understood is used.`,
      unknown: (name: string, value: string) =>
        `This timeline has no “${value}”, which “${name}” asks for. The default is used instead.`,
    },
    shownFirst: (shown: number, all: number) => `The first ${count(shown)} of ${count(all)}.`,
  },
  help: {
    title: 'Keys',
    intro: 'The arrow keys work while the drawing has the focus; press Tab to reach it.',
    key: 'Key',
    does: 'What it does',
    commands: {
      previousEvent: 'The event before',
      nextEvent: 'The next event',
      laneUp: 'The lane above',
      laneDown: 'The lane below',
      firstEvent: 'The first event',
      lastEvent: 'The last event',
      jumpEarlier: 'Jump to the event before this view',
      jumpLater: 'Jump to the event after this view',
      pageEarlier: 'One screen earlier',
      pageLater: 'One screen later',
      zoomIn: 'Nearer',
      zoomOut: 'Further away',
      fit: 'Show everything',
      open: 'Open the event',
      back: 'Close, or go back',
      search: 'Search, from anywhere on the page',
      help: 'These keys, from anywhere on the page',
    },
  },
  list: {
    caption: (shown: number, all: number) =>
      shown === all
        ? `All ${count(all)} matching events`
        : `The first ${count(shown)} of ${count(all)} matching events`,
    part: (from: number, to: number, all: number) =>
      `${count(from)} to ${count(to)} of ${count(all)} matching events`,
    columns: {
      date: 'Date',
      title: 'Event',
      organizations: 'Organisations',
      importance: 'Importance',
      sources: 'Sources',
    },
    sortBy: (column: string) => `Sort by ${column}`,
    partOf: (title: string) => `part of “${title}”`,
    importance: (importance: number) => `${importance} of 5`,
    more: (events: number) => `Show ${events} more`,
    earlier: (events: number) => `Show ${events} before these`,
    tooMany: (most: number) => `Only up to ${count(most)} events can be sorted by a word`,
    sourceCount: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
    /** Under a lane's name on paper. */
    lanes: (organizations: number) =>
      organizations === 1 ? '1 organisation' : `${String(organizations)} organisations`,
  },
  /** What is filtered for, and that nothing passes. */
  filter: {
    noMatches: 'No event matches',
    noMatchesText: (events: number) =>
      `None of the ${plural(events, 'event', 'events')} passes all of the filters at once.`,
    org: (names: string) => `Organisation: ${names}`,
    orgAll: (names: string) => `All of: ${names}`,
    notOrg: (names: string) => `Without: ${names}`,
  },
  about: {
    title: 'About this timeline',
    close: 'Close',
    tells: 'What it tells',
    counts: (events: number, parts: number, organizations: number, people: number) =>
      `${count(events)} events (${count(parts)} of them parts of another), ${count(organizations)} organisations, ${count(people)} people.`,
    span: (span: string) => `Time: ${span}.`,
    problems: (found: number) =>
      found === 0
        ? 'No problems were found in the data.'
        : `${plural(found, 'problem', 'problems')} found in the data: listed at the foot of the page.`,
    dates: 'How the dates are known',
    counting: 'Counting…',
    datesIntro:
      'A date is drawn only as exactly as it is known. No day is made up for a month or a year.',
    dateKinds: {
      day: 'Known to the day or finer',
      month: 'Known to the month or season',
      year: 'Known to the year',
      wider: 'Known to a decade or wider',
      lasting: 'Lasted from one date to another',
      open: 'An open or unknown start or end',
      oneOf: 'One of several possible dates',
      several: 'Several dates',
    },
    approximate: (dates: number) => `“about” is said of ${count(dates)} of these dates.`,
    uncertain: (dates: number) => `${count(dates)} of these dates are themselves in doubt.`,
    doubts: 'Doubts',
    disputed: 'Disputed: the sources do not agree',
    reported: 'Reported: the word of those concerned',
    noDoubts: 'No event is marked as disputed or reported.',
    unsourced: (events: number) =>
      events === 1 ? '1 event names no source.' : `${count(events)} events name no source.`,
    sources: (count: number) => `Sources: ${count}`,
    citedBy: (events: number) =>
      events === 0 ? 'not cited' : `cited by ${plural(events, 'event', 'events')}`,
    cite: 'How to cite',
    citeIntro: 'One event: open it and use “Copy citation”. The whole timeline:',
    copy: 'Copy',
    licence: 'Licence',
    licenceText:
      'The texts of this timeline belong to whoever publishes it; each source belongs to its author. The software is free under the MIT licence.',
  },
}

export type PanelMessages = typeof panelMessages
