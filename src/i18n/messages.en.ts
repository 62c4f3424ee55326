const count = (value: number): string => value.toLocaleString('en')
const plural = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`

/**
 * English words of the interface. Its type is what every other language must provide. Sections are
 * per panel. Sentences with values are functions, so that each language orders them as it needs.
 */
export const messages = {
  app: {
    name: 'Throughline',
    /** The window's title. The app's own name always ends it, whatever the document says. */
    windowTitle: (...parts: readonly string[]) => [parts.join(' – '), 'Throughline'].join(' · '),
    close: 'Close',
    broken: 'Something in this page broke',
    brokenText:
      'This is a mistake in the program, not in your data. Loading the page again usually helps.',
    reload: 'Load the page again',
  },
  header: {
    skip: 'Skip the drawing',
    about: 'About',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    linkNotCopied: 'The link could not be copied. It is in the address bar.',
    theme: 'Colours',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    more: 'More controls',
    less: 'Fewer controls',
  },
  search: {
    label: 'Search events',
    placeholder: 'Search events',
    clear: 'Clear the search',
    matches: (matches: number) => plural(matches, 'match', 'matches'),
    place: (place: number, matches: number) => `${count(place)} of ${count(matches)}`,
    hint: 'Enter goes to the next match, Shift and Enter to the one before, Escape clears.',
  },
  filter: {
    label: 'Filter',
    organizations: 'Organisation',
    all: 'All',
    allLabel: (events: number) => `All, ${plural(events, 'event', 'events')}`,
    chipLabel: (name: string, events: number) => `${name}, ${plural(events, 'event', 'events')}`,
    leftOutLabel: (name: string, events: number) =>
      `${name}, ${plural(events, 'event', 'events')}, left out. Show again`,
    more: (organizations: number) => `+ ${count(organizations)} more`,
    moreLabel: (organizations: number) =>
      `${count(organizations)} more organisations, topics and people`,
    filters: 'Filters',
    panel: 'Filters',
    only: 'Only',
    onlyLabel: (name: string) => `Show only ${name}`,
    hide: 'Hide',
    hideLabel: (name: string) => `Hide ${name}`,
    show: 'Show',
    showLabel: (name: string) => `Show ${name} again`,
    find: 'Find in the lists below',
    match: 'Show events of',
    any: 'any',
    every: 'all',
    anyLabel: 'Events of any of the chosen organisations',
    everyLabel: 'Events that all of the chosen organisations share',
    topics: 'Topics',
    people: 'People',
    organizationsHeading: 'Organisations',
    nothing: 'Nothing here has that name.',
    clear: 'Clear all filters',
    noMatches: 'No event matches',
    noMatchesText: (events: number) =>
      `None of the ${plural(events, 'event', 'events')} passes all of the filters at once.`,
    active: {
      q: (text: string) => `Search: “${text}”`,
      org: (names: string) => `Organisation: ${names}`,
      orgAll: (names: string) => `All of: ${names}`,
      notOrg: (names: string) => `Without: ${names}`,
      topic: (names: string) => `Topic: ${names}`,
      person: (names: string) => `Person: ${names}`,
    },
    /** Between names in a row. */
    listComma: ', ',
  },
  timeline: {
    label: 'Timeline',
    overview: 'Overview',
    overviewHint: 'Drag to move or resize the view',
    viewStart: 'Start of the view',
    viewEnd: 'End of the view',
    organizations: (organizations: number) =>
      plural(organizations, 'organisation', 'organisations'),
    gathered: (events: number) => `${plural(events, 'event', 'events')} here`,
    earlierEvents: (events: number) => plural(events, 'earlier event', 'earlier events'),
    laterEvents: (events: number) => plural(events, 'later event', 'later events'),
    wheelHint: 'Hold Ctrl or ⌘ and scroll to zoom',
    /** Between the parts of an event's accessible name. */
    nameComma: ', ',
  },
  toolbar: {
    label: 'Move and zoom',
    view: 'View',
    timeline: 'Timeline',
    list: 'List',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show everything',
    earlier: 'Earlier',
    later: 'Later',
    jumpEarlier: 'Jump to the event before this view',
    jumpLater: 'Jump to the event after this view',
    keys: 'Keys',
  },
  status: {
    label: 'What is shown',
    /** One sentence under 120 characters. `span` is "2014 to 2019". */
    shown: (span: string, matching: number, total: number) =>
      matching === total
        ? `${span}, ${plural(total, 'event', 'events')}`
        : `${span}, ${count(matching)} of ${plural(total, 'event', 'events')}`,
    listed: (matching: number, total: number) =>
      matching === total
        ? `${plural(total, 'event', 'events')} listed`
        : `${count(matching)} of ${plural(total, 'event', 'events')} listed`,
    provenance: (host: string) => `Data from ${host}`,
    problems: (problems: number) => plural(problems, 'problem', 'problems'),
    problemsLabel: (problems: number) =>
      `${plural(problems, 'problem', 'problems')} found while reading. Show`,
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
  loading: {
    label: 'Loading the timeline',
    waiting: 'Loading the timeline…',
    progress: (loaded: string, total: string) => `${loaded} of ${total}`,
    loaded: (loaded: string) => `${loaded} so far`,
    megabytes: (value: number) => `${value.toLocaleString('en', { maximumFractionDigits: 1 })} MB`,
    offline: 'You are offline. Loading goes on when the connection is back.',
    cancel: 'Cancel',
  },
  panelFallback: 'Loading…',
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
    position: (position: number, count: number) => `${position} of ${count}`,
    outsideOf: (count: number) => `not among the ${count}`,
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
  list: {
    caption: (shown: number, count: number) =>
      shown === count ? `All ${count} matching events` : `${shown} of ${count} matching events`,
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
    more: (count: number) => `Show ${count} more`,
    sourceCount: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
    /** Under a lane's name on paper. */
    lanes: (organizations: number) =>
      organizations === 1 ? '1 organisation' : `${String(organizations)} organisations`,
  },
  about: {
    title: 'About this timeline',
    close: 'Close',
    tells: 'What it tells',
    counts: (events: number, parts: number, organizations: number, people: number) =>
      `${events} events (${parts} of them parts of another), ${organizations} organisations, ${people} people.`,
    dates: 'How the dates are known',
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
    approximate: (count: number) => `“about” is said of ${count} of these dates.`,
    uncertain: (count: number) => `${count} of these dates are themselves in doubt.`,
    doubts: 'Doubts',
    disputed: 'Disputed: the sources do not agree',
    reported: 'Reported: the word of those concerned',
    noDoubts: 'No event is marked as disputed or reported.',
    unsourced: (count: number) =>
      count === 1 ? '1 event names no source.' : `${count} events name no source.`,
    sources: (count: number) => `Sources: ${count}`,
    citedBy: (count: number) =>
      count === 0 ? 'not cited' : count === 1 ? 'cited by 1 event' : `cited by ${count} events`,
    cite: 'How to cite',
    citeIntro: 'One event: open it and use “Copy citation”. The whole timeline:',
    copy: 'Copy',
    licence: 'Licence',
    licenceText:
      'The texts of this timeline belong to whoever publishes it; each source belongs to its author. The software is free under the MIT licence.',
  },
}

export type Messages = typeof messages
