import { plural } from './counts.en.ts'
import { count } from './counts.ts'

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
    dropHere: 'Drop to open',
    broken: 'Something in this page broke',
    brokenText:
      'This is a mistake in the program, not in your data. Loading the page again usually helps.',
    reload: 'Load the page again',
  },
  header: {
    skip: 'Skip the drawing',
    about: 'About',
    open: 'Open',
    share: 'Share & embed',
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
    quoted: (text: string) => `“${text}”`,
    active: {
      q: (text: string) => `Search: “${text}”`,
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
    lanesBeyond: (lanes: number) => plural(lanes, 'more lane', 'more lanes'),
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
        ? plural(total, 'event', 'events')
        : `${count(matching)} of ${plural(total, 'event', 'events')}`,
    provenance: (address: string) => `Data from ${address}`,
    fromFile: (name: string) => `From ${name}, on this device`,
    fromLink: 'From this link',
    problems: (problems: number) => plural(problems, 'problem', 'problems'),
    problemsLabel: (problems: number) =>
      `${plural(problems, 'problem', 'problems')} found while reading. Show`,
  },
  loading: {
    label: 'Loading the timeline',
    waiting: 'Loading the timeline…',
    progress: (loaded: string, total: string) => `${loaded} of ${total}`,
    loaded: (loaded: string) => `${loaded} so far`,
    reading: (total: string) => `${total} loaded, reading the events`,
    found: (events: number) => `${count(events)} events`,
    megabytes: (value: number) => `${String(Math.round(value * 10) / 10)} MB`,
    offline: 'You are offline. Loading goes on when the connection is back.',
    cancel: 'Cancel',
  },
  panelFallback: 'Loading…',
  story: {
    present: 'Present',
    presentLabel: 'Present this timeline, step by step',
    label: 'Presentation',
    steps: 'Steps',
    overview: 'Overview',
    place: (step: number, steps: number) => `Step ${count(step)} of ${count(steps)}`,
    more: (events: number) => `+${count(events)} more here`,
    events: 'events',
    /** Without names, where not even one has room, only how many. */
    sources: (names: readonly string[], more: number) => {
      const word = names.length + more === 1 ? 'Source' : 'Sources'
      const rest = more > 0 ? `+${String(more)}` : ''
      return `${word}: ${names.length === 0 ? more : `${names.join('; ')} ${rest}`.trim()}`
    },
    /** Between the date and the organisations, and between these. */
    parts: ' · ',
    comma: ', ',
    /** For screen readers: "3 of 12: 26 July 2019, Ten in one day. WeBank declares…" */
    announce: (place: number, steps: number, date: string, title: string, text: string) =>
      `${place === 0 ? 'Overview' : `${count(place)} of ${count(steps)}`}: ${date === '' ? '' : `${date}, `}${title}. ${text}`,
    previous: 'Previous step',
    next: 'Next step',
    play: 'Play',
    pause: 'Pause',
    fullScreen: 'Full screen',
    smallScreen: 'Leave full screen',
    speaker: 'Speaker window',
    leave: 'Leave the presentation',
    blank: 'The screen is blank. Any key brings it back.',
    blocked: 'The browser blocked the speaker window. Allow pop-up windows for this page.',
    speakerTitle: 'Speaker window',
    notes: 'Notes',
    noNotes: 'No notes for this step.',
    nextStep: 'Next',
    end: 'This is the last step.',
    clock: 'Time',
    elapsed: 'Since the start',
    restart: 'Start again from zero',
  },
  embed: {
    place: (step: number, steps: number) => `${count(step)} of ${count(steps)}`,
    open: 'Open the timeline',
    keysReturned: 'The keys are back with the slides',
    notShown: 'This timeline could not be shown.',
  },
}

export type Messages = typeof messages
