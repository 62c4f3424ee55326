/**
 * English words for when there is no timeline to show. Apart from the others, since most readers
 * never meet them; its type is what every other language must provide.
 */
export const failureMessages = {
  failure: {
    where: 'Asked for',
    retry: 'Try again',
    shipped: 'Show the story that comes with this page',
    place: (line: number, column: number) => `Line ${String(line)}, column ${String(column)}`,
    cancelled: 'Loading was cancelled',
    cancelledText: 'Nothing is shown, because the timeline was not loaded to its end.',
    unknown: 'The timeline could not be loaded',
    unknownText: 'Something happened that this page has no words for.',
    'bad-src': 'This address cannot be opened',
    'bad-srcText': {
      scheme: (scheme: string) =>
        `Timelines come from https: and http: addresses, and this one begins with ${scheme}`,
      'mixed-content': () =>
        'This page is secure and the address is not: browsers do not mix the two.',
      credentials: () => 'The address holds a name or a password, which a link should never do.',
      unreadable: () => 'It is not written as an address.',
    },
    'bad-srcHelp': 'Mend the part after “src=” in the address of this page.',
    'bad-inline': 'The timeline in this link cannot be unpacked',
    'bad-inlineText':
      'The whole timeline stands in the link itself, after “#d=”. Most often a program has cut off its end.',
    'bad-inlineHelp': 'Copy the whole link again, or ask for the file.',
    'not-kept': 'The file is no longer open',
    'not-keptText':
      'It was read from this device and kept nowhere else, and the page has been loaded anew since.',
    'not-keptHelp': 'Open it once more.',
    offline: 'You are offline',
    offlineText: 'The timeline could not be fetched without a connection.',
    offlineHelp: 'Try again when the connection is back.',
    network: 'The server does not answer',
    networkText: 'The timeline lies on the same server as this page, which does not answer now.',
    networkHelp: 'Try again in a moment.',
    'network-or-cors': 'The other site does not let this page read the timeline',
    'network-or-corsText': (target: string, origin: string) =>
      `Either ${target} does not answer, or it does not allow ${origin} to read the file. Browsers do not tell which.`,
    'network-or-corsHelp': (header: string) =>
      `If the file is yours, let its server send the header “${header}: *”. Otherwise put a copy beside this page.`,
    'not-found': 'There is no timeline at this address',
    'not-foundText': (status: number) => `The server answered ${String(status)}: not found.`,
    'not-foundHelp':
      'Check the spelling, capital letters included, and that the file was uploaded.',
    http: 'The server did not hand out the timeline',
    httpText: (status: number) => `It answered with the status ${String(status)}.`,
    httpHelp: (status: number): string =>
      status === 401 || status === 403
        ? 'The file is not public. Ask who runs the server.'
        : 'Try again later, or ask who runs the server.',
    timeout: 'The server takes too long',
    timeoutText: (seconds: number, received: string) =>
      `Nothing came for ${String(seconds)} seconds, after ${received}.`,
    timeoutHelp: 'Try again, perhaps with a better connection.',
    interrupted: 'The connection broke',
    interruptedText: (received: string, total: string | undefined) =>
      total === undefined
        ? `It broke after ${received}.`
        : `It broke after ${received} of ${total}.`,
    interruptedHelp: 'Try again.',
    'too-large': 'The file is too large',
    'too-largeText': (limit: string, total: string | undefined) =>
      `This page reads up to ${limit}${total === undefined ? '' : `, and the file has ${total}`}.`,
    'too-largeEvents': (limit: string) => `This page reads up to ${limit} events from one file.`,
    'too-largeHelp':
      'Split it into several timelines, or put it on the server as a folder of tiles.',
    empty: 'The file is empty',
    emptyText: 'It came, and there is nothing in it.',
    emptyHelp: 'Upload it again.',
    'is-gzip': 'The file is packed',
    'is-gzipText': 'It is a gzip file, and the server does not say so.',
    'is-gzipHelp': 'Unpack it, or let the server send “Content-Encoding: gzip”.',
    'is-utf16': 'The file has the wrong encoding',
    'is-utf16Text': 'Its text is UTF-16, and JSON is UTF-8.',
    'is-utf16Help': 'Save it as UTF-8.',
    'is-html': 'This is a web page, not a timeline',
    'is-htmlText': 'The address leads to an HTML page, which begins so:',
    'is-htmlHelp':
      'Use the address of the JSON file itself. On code hosting sites that is the one of “Raw”.',
    'not-json': 'The file is not JSON',
    'not-jsonText': 'Reading stopped where it stops making sense:',
    'no-events': 'This is no timeline',
    'no-eventsText': 'The file is JSON, but it does not have what makes a timeline:',
    'is-tiles': 'This file is only the beginning of a timeline',
    'is-tilesText': 'It says which tiles there are, and the events are in these, beside it.',
    'is-tilesHelp':
      'Put the whole folder on a server, and open the address of its tiles.json with the page itself: embeds in one file read no tiles.',
    'broken-tiles': 'This tile set cannot be read',
    'broken-tilesText': 'The folder of tiles is not as it should be:',
    'broken-tilesHelp': 'Cut it again with “throughline tile”, and upload the whole folder.',
    'newer-version': 'This timeline is from the future',
    'newer-versionText': 'It is written for a newer version of this program:',
  },
  empty: {
    title: 'No events yet',
    text: 'The timeline is there, and its list of events is empty.',
    help: 'An event needs a date and a title. Add the first one to “events”, and it stands here:',
    example: 'Our first day',
    problems: 'Some events were left out',
    problemsText: (problems: number) =>
      `${problems.toLocaleString('en')} ${problems === 1 ? 'problem was' : 'problems were'} found while reading.`,
  },
}

export type FailureMessages = typeof failureMessages
