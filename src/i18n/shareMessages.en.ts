/**
 * English words for sharing and embedding. Apart from the others, since they are fetched with the
 * dialog; their type is what every other language must provide.
 */
export const shareMessages = {
  share: {
    title: 'Share and embed',
    kind: 'As',
    kinds: {
      link: 'Link',
      frame: 'Frame',
      sandboxed: 'Frame in a sandbox',
      element: 'Element',
      reveal: 'reveal.js',
      markdown: 'Markdown',
      slidev: 'Slidev',
    },
    /** What each is for, in one sentence. */
    kindText: {
      link: 'Opens the page as it is here.',
      frame: 'For any page or deck that takes HTML.',
      sandboxed: 'For hosts that allow scripts and nothing else.',
      element: 'Part of your own page: no frame, sized and coloured by your styles.',
      reveal:
        'A slide of a reveal.js deck. The script goes into the deck once, and RevealThroughline among the plugins of Reveal.initialize.',
      markdown: 'A line with the link.',
      slidev: 'A slide of a Slidev deck, as wide and high as the slide.',
    },
    snippet: 'To copy',
    copyLink: 'Copy link',
    /** To somebody, by the sheet of the device. */
    sendLink: 'Send…',
    copySnippet: 'Copy',
    what: 'What goes along',
    view: 'This view',
    filters: 'These filters',
    story: 'The story, step by step',
    everything: 'Everything is in view, nothing is selected',
    noFilters: 'Nothing is filtered',
    noSteps: 'This timeline has no steps',
    storyView: 'Each step of the story has its own view',
    asList: 'as a list',
    fromOverview: 'presented from its overview',
    fromStep: (step: number, title: string) => `presented from step ${String(step)}: ${title}`,
    atStep: (step: number, title: string) => `at step ${String(step)}: ${title}`,
    /** Between the parts of a summary. */
    parts: ' · ',
    size: 'Size',
    sizes: { slide: 'Slide', page: 'Page', phone: 'Phone' },
    /** "960 × 540"; a page is as wide as its column. */
    measures: (width: number, height: number) => `${String(width)} × ${String(height)}`,
    fullWidth: (height: number) => `full width × ${String(height)}`,
    theme: 'Colours',
    language: 'Language',
    readers: 'The reader’s own',
    asHere: (value: string) => `As here: ${value}`,
    preview: 'Preview',
    previewTitle: (title: string) => `Preview: ${title}`,
    save: {
      legend: 'Save the data',
      kinds: { json: 'Document (JSON)', csv: 'Table (CSV)', ics: 'Calendar (ICS)' },
      saved: (kind: string) => `Saved: ${kind}.`,
    },
    cautions: {
      unreachable: () =>
        'This address exists on this computer only: others cannot open it. Put the page on a web server first.',
      foreign: (host: string) =>
        `The data comes from ${host}. That server must let other pages read it (CORS).`,
      notCarried: () =>
        'The timeline was opened from this device and is too large for a link: others would see the story of this page. Put the file on a web server, and open it by its address.',
      inParts: () =>
        'This timeline comes in parts, which only the page itself opens: use the link or the plain frame.',
      inLinkOnly: () =>
        'The timeline stands in the link itself. For this, save it as a file, put that on a web server, and name its address here.',
      elsewhere: (host: string) =>
        `The data is read from ${host}. From a page on another server this works only if ${host} lets other pages read it (CORS).`,
    },
  },
}

export type ShareMessages = typeof shareMessages
