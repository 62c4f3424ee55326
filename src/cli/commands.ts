/** An option of a command, as `node:util` parses it and as the help shows it. */
export interface OptionInfo {
  readonly name: string
  readonly short?: string
  /** Stands for its value in the help; without one the option is a switch. */
  readonly value?: string
  readonly says: string
}

export interface CommandInfo {
  readonly name: 'validate' | 'convert' | 'render' | 'tile'
  readonly usage: string
  /** One line, in the list of commands. */
  readonly summary: string
  /** Paragraphs. */
  readonly about: readonly string[]
  readonly options: readonly OptionInfo[]
  readonly examples: readonly (readonly [does: string, command: string])[]
}

const validate: CommandInfo = {
  name: 'validate',
  usage: 'throughline validate FILE… [--strict] [--json]',
  summary: 'Check documents, and say what is wrong and where.',
  about: [
    'Reads each document as the page does, and prints one line for each problem, in the order of the file: FILE:LINE:COLUMN: SEVERITY CODE, what is wrong, and what would be right. An error leaves an event out of the timeline, or all of it; a warning was repaired; a note only tells. What each code means is in docs/format.md of the project.',
    'Exits with 1 if there is an error in any file.',
  ],
  options: [
    { name: 'strict', says: 'Exit with 1 for warnings, too.' },
    {
      name: 'json',
      says: 'Print one JSON object: {"version": 1, "files": [{"file", "events", "errors", "warnings", "notes", "problems": [{"code", "severity", "path", "line", "column", "message", "hint"}]}]}. The severity of what leaves no timeline at all is "fatal".',
    },
  ],
  examples: [
    ['Check a document', 'throughline validate timeline.json'],
    ['Check what another program writes', 'make-timeline | throughline validate --strict -'],
    [
      'Count the problems of each kind',
      "throughline validate --json *.json | jq '[.files[].problems[].code] | group_by(.) | map({(.[0]): length}) | add'",
    ],
  ],
}

const convert: CommandInfo = {
  name: 'convert',
  usage: 'throughline convert IN [-o OUT] [--from FORMAT] [--to FORMAT] [--map COLUMNS]',
  summary: 'Make a document of another file, or CSV or a calendar of a document.',
  about: [
    "Reads TimelineJS JSON, tables of events as CSV (Knight Lab's columns, ours, or any), iCalendar, vis-timeline arrays, and Markdown lists with dates; what IN is, it finds out by itself. Writes a document, CSV with our columns, or iCalendar, by the ending of OUT, or what --to says; without -o, to standard output.",
    'What was guessed, repaired or has no place in the result is told on standard error, with its line in IN, in the form of throughline validate. Exits with 1 if any of it is an error, such as an event without a date that can be read; the rest is written.',
  ],
  options: [
    { name: 'out', short: 'o', value: 'OUT', says: 'The file to write; - is standard output.' },
    {
      name: 'from',
      value: 'FORMAT',
      says: 'json (a document of ours), timelinejs, knightlab, csv, ics, vis or markdown.',
    },
    {
      name: 'to',
      value: 'FORMAT',
      says: "json, csv, knightlab (CSV with the columns of TimelineJS's spreadsheet) or ics, whatever OUT is called.",
    },
    {
      name: 'map',
      value: 'COLUMNS',
      says: 'Which column of a CSV table means what, by name or number: date=When,title=What. Besides date and title there are end, year, month, day, time, endYear, endMonth, endDay, endTime, summary, body, organizations, people, topics, importance, link, image, id, detail (kept under its name) and ignore. What is not named is guessed.',
    },
    {
      name: 'date-order',
      value: 'ORDER',
      says: 'How to read 03/04/2018 where the file does not tell: day-first or month-first.',
    },
  ],
  examples: [
    ['Make a document of a TimelineJS file', 'throughline convert slides.json -o timeline.json'],
    [
      'Make one of a spreadsheet',
      'throughline convert sheet.csv -o timeline.json --map "date=When,title=What" --date-order day-first',
    ],
    ['Make a calendar of a document', 'throughline convert timeline.json -o timeline.ics'],
  ],
}

const render: CommandInfo = {
  name: 'render',
  usage: 'throughline render FILE [-o OUT] [--state QUERY] [--size WIDTHxHEIGHT]',
  summary: 'Draw a document as SVG, PNG or PDF.',
  about: [
    'Draws what the page draws: the timeline itself, or a step of a presentation with its caption, without buttons and panels around it. OUT ends in .svg, .png or .pdf; without -o the SVG goes to standard output.',
    'An SVG needs no browser and is the same, byte for byte, on every machine; it names its fonts and does not contain them. For PNG and PDF a Chromium, Chrome or Edge is started without a window: the one that CHROMIUM_PATH names, or one that is installed. There, text is measured with the fonts of this machine.',
  ],
  options: [
    { name: 'out', short: 'o', value: 'OUT', says: 'The file to write; - is standard output.' },
    {
      name: 'state',
      value: 'QUERY',
      says: 'What to show, as in the address of the page: range, event, org, match, topic, person, q, lanes, mode, steps, step. The address of a page may be pasted whole.',
    },
    { name: 'size', value: 'WIDTHxHEIGHT', says: 'In CSS pixels; 1280x720 if left out.' },
    { name: 'theme', value: 'THEME', says: 'light (if left out), dark or contrast.' },
    {
      name: 'lang',
      value: 'TAG',
      says: "Language of texts and dates: en, zh-Hans, …; the document's own if left out.",
    },
  ],
  examples: [
    ['Draw everything', 'throughline render timeline.json -o timeline.svg'],
    [
      'Draw two organisations, 2016 to 2019',
      'throughline render timeline.json -o two.svg --state "org=webank,fisco&range=2016/2019"',
    ],
    [
      'Draw the third step of the story for a slide, in Chinese',
      'throughline render timeline.json -o 3.png --state "mode=present&step=3" --size 1920x1080 --lang zh-Hans',
    ],
  ],
}

const tile: CommandInfo = {
  name: 'tile',
  usage: 'throughline tile IN… -o DIR [--date COLUMN] [--title COLUMN] …',
  summary: 'Cut a timeline too large to download into a folder of tiles.',
  about: [
    'Reads one document (.json), or files of one kind: .ndjson (an event a line; a first line without "date" is the head of the document), .csv or .parquet (columns are guessed by name; others are left out). DIR is what any web server, object store or CDN can serve: tiles.json, and tiles of at most about 100 kB. It must not be there yet, or be empty. docs/tiles.md of the project says what is in it.',
    'The cutting is done by DuckDB, which comes separately: npm install @duckdb/node-api. It takes up to 2 GB of memory, and beside DIR, until it is done, about 1 kB of disk for each event.',
    'What is wrong with events is told as by throughline validate. Exits with 1 if an event was left out; the rest is written.',
  ],
  options: [
    { name: 'out', short: 'o', value: 'DIR', says: 'The folder to make.' },
    { name: 'date', value: 'COLUMN', says: 'The column with the dates, of CSV and Parquet.' },
    { name: 'title', value: 'COLUMN', says: 'The one with the titles.' },
    {
      name: 'organization',
      value: 'COLUMN',
      says: 'The one that says in which lane an event stands.',
    },
    { name: 'importance', value: 'COLUMN', says: 'The one with 1 to 5; 3 if there is none.' },
    { name: 'summary', value: 'COLUMN', says: 'The one with a sentence or two.' },
    {
      name: 'id',
      value: 'COLUMN',
      says: 'The one with ids; made from date and title if left out.',
    },
    {
      name: 'title-of-timeline',
      value: 'TEXT',
      says: 'What the timeline is called; the name of the file if nothing says so.',
    },
    {
      name: 'date-order',
      value: 'ORDER',
      says: 'How to read 03/04/2018 in CSV: day-first or month-first.',
    },
  ],
  examples: [
    ['Cut a document', 'throughline tile timeline.json -o public/tiles'],
    [
      'Cut a table of flights',
      'throughline tile flights.parquet -o flights --date departed --title route --organization airline',
    ],
  ],
}

/** Every command, in the order of the help. */
export const commands: readonly CommandInfo[] = [validate, convert, render, tile]

/** The same on every command. */
export const commonOptions: readonly OptionInfo[] = [
  { name: 'help', short: 'h', says: 'Show this.' },
]
