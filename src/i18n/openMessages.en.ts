import { plural } from './counts.en.ts'
import { count } from './counts.ts'

/**
 * English words for opening another timeline. Apart from the others, since they are fetched with the
 * dialog; their type is what every other language must provide.
 */
export const openMessages = {
  title: 'Open a timeline',
  intro:
    'A Throughline document, or a file of another tool: TimelineJS, a spreadsheet as CSV, a calendar (ICS), vis-timeline, a Markdown list with dates. It is read on this device and sent nowhere.',
  drop: 'Drop it anywhere on this page, or',
  choose: 'Choose a file',
  address: 'Address',
  addressHint: 'https://… of a document whose server lets others read it',
  paste: 'Text',
  pasteHint: 'Paste a document, a table or a list here',
  pasted: 'pasted text',
  read: 'Read',
  reading: 'Reading…',
  cancel: 'Cancel',
  again: 'Choose another',
  changeText: 'Change the text',
  /** In place of what is said of a file. */
  ofText: {
    'not-json': 'The text is not JSON',
    'no-eventsText': 'The text is JSON, but it does not have what makes a timeline:',
  },
  show: 'Show the timeline',
  save: 'Save as JSON',
  /** Whose file it is taken for. */
  formats: {
    throughline: 'Throughline document',
    timelinejs: 'TimelineJS',
    'knightlab-csv': 'TimelineJS spreadsheet',
    csv: 'Table (CSV)',
    ics: 'Calendar (ICS)',
    vis: 'vis-timeline',
    markdown: 'Markdown',
    unknown: '',
  },
  summary: {
    from: 'From',
    readAs: 'Read as',
    events: 'Events',
    none: 'none that can be shown',
    left: (events: number) => `${plural(events, 'event', 'events')} left out`,
    span: 'Time',
    organizations: 'Organisations',
    organizationsNamed: (total: number, names: string) =>
      total === 0 ? 'none' : `${count(total)}: ${names}`,
    problems: 'Problems',
    noProblems: 'none found',
    counts: (errors: number, warnings: number, notes: number) =>
      [
        errors > 0 ? plural(errors, 'error', 'errors') : '',
        warnings > 0 ? plural(warnings, 'warning', 'warnings') : '',
        notes > 0 ? plural(notes, 'note', 'notes') : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    more: (hidden: number) =>
      `and ${count(hidden)} more, which the page lists once the timeline is shown`,
  },
  severity: { fatal: 'Fatal', error: 'Error', warning: 'Warning', note: 'Note' },
  place: (line: number) => `line ${String(line)}`,
  order: {
    question: 'Some dates of this file can be read in two ways. What does 03/04/2018 mean in it?',
    'day-first': '3 April 2018',
    'month-first': '4 March 2018',
  },
  mapping: {
    title: 'What is in which column?',
    intro: 'Guessed from the headings and the first rows. A title and a date are needed.',
    column: 'Column',
    means: 'Means',
    example: 'First rows',
    unnamed: (place: number) => `(column ${String(place)})`,
    missing: 'Say which column holds the dates, and which the titles.',
    roles: {
      date: 'Date',
      end: 'End date',
      year: 'Year',
      month: 'Month',
      day: 'Day',
      time: 'Time',
      endYear: 'End: year',
      endMonth: 'End: month',
      endDay: 'End: day',
      endTime: 'End: time',
      title: 'Title',
      summary: 'Summary',
      body: 'Text',
      organizations: 'Organisations',
      people: 'People',
      topics: 'Topics',
      importance: 'Importance, 1 to 5',
      link: 'Link',
      image: 'Picture',
      id: 'Identifier',
      detail: 'A detail, under its heading',
      ignore: 'Leave out',
    },
  },
  unknown: 'No timeline was found in this',
}

export type OpenMessages = typeof openMessages
