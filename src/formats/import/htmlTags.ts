const list = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** What the elements of HTML mean for a text that knows only a small Markdown subset. */
export const tags = {
  strong: list('b strong'),
  emphasis: list('i em cite dfn var'),
  code: list('code kbd samp tt'),
  heading: list('h1 h2 h3 h4 h5 h6'),
  /** Start and end a paragraph. */
  block: list(
    'p div section article aside header footer main nav address blockquote figure figcaption ' +
      'center form fieldset legend details summary ul ol menu dl table caption hr pre hgroup',
  ),
  /** Start a line of their own, without an empty line before it. */
  line: list('tr dt dd'),
  cell: list('td th'),
  /** Their content is not for reading, or cannot be kept. */
  dropped: list(
    'script style template noscript title select datalist textarea svg math canvas object applet ' +
      'iframe frame frameset noframes noembed audio video embed map xmp plaintext',
  ),
  /** What they show stands at an address, and can at least be linked to. */
  embedded: list('iframe frame object embed audio video'),
  /** Their text is kept, and what they say about it is lost. */
  flattened: list('u s strike del ins mark font small big blockquote table button marquee blink'),
  neutral: list(
    'html head body meta link base a img br wbr span label abbr acronym time data bdi bdo ruby rb ' +
      'rt rp rtc q sup sub li thead tbody tfoot colgroup col input option optgroup source track ' +
      'param area picture portal slot output progress meter dialog nobr basefont image',
  ),
} as const

const known: ReadonlySet<string> = new Set(Object.values(tags).flatMap((names) => [...names]))

/** `<3`, `<name>` and `x<y` are text: their authors saw them as such, or never saw them vanish. */
export function isTag(name: string): boolean {
  // Word writes `<o:p>` and its like into what people paste.
  return known.has(name.toLowerCase()) || name.includes(':')
}

export const hasBlocks = new RegExp(
  `</?(?:br|li|${[...tags.block, ...tags.line, ...tags.heading].join('|')})(?=[\\s/>])`,
  'i',
)
