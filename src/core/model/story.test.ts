import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parseDate } from '#core/time/parseDate.ts'
import { documentSchema, type Text } from './document.ts'
import { readDocument } from './readDocument.ts'

// The shipped story keeps its promises. Every rule is a function from the document to what is wrong
// with it, and comes with a planted mistake that it must find: a rule that finds nothing proves nothing.

type Story = v.InferOutput<typeof documentSchema>
type Event = Story['events'][number]
type Rule = (story: Story) => string[]

const root = fileURLToPath(new URL('../../..', import.meta.url))
const shipped = v.parse(
  documentSchema,
  JSON.parse(readFileSync(join(root, 'public/timeline.json'), 'utf8')),
)
const storyPage = readFileSync(join(root, 'docs/story.md'), 'utf8')

const anchors = [
  'founding',
  'blockchain-team',
  'golden-chain-alliance',
  'fisco-bcos-open-sourced',
  'fisco-bcos-2-rc1',
  'ten-releases',
]
const products = 'eggroll fate fisco-bcos weidentity weevent webase wecmdb wecube scriptis linkis'
const cards = products.split(' ').map((product) => `release-${product}`)
const cardDetails = ['Field', 'First code', 'Version near July 2019', 'Licence', 'Repository']
const articles = new Set(['babbitt-interview', 'babbitt-course'])

/** Events that neither article tells, or to which only an outside source gives their day. */
const fromOutside =
  `webank-established r3-starts economist-cover hyperledger-starts golden-chain-alliance bcos-published
  working-group eighty-members fisco-bcos-first-tag weidentity-first-release fate-starts macao-agreement
  fisco-bcos-2-rc1 weevent-preview fisco-bcos-2-rc2 fate-to-linux-foundation webase-opened
  fisco-bcos-2-final eggroll-own-repository peoples-copyright weevent-one linkis-scriptis-start
  wedatasphere ten-releases cloud-tools-code bsn-internal-test successor-association politburo-session
  reconciliation-platform evidence-platform`.split(/\s+/)

/** What machine translation made of the names and terms; none of it is English, or means what it says. */
const machineForms = [
  'Weizhong',
  'micro-public',
  'micro public',
  'micro-people',
  'micro bank',
  'micro-bank',
  'micro-family',
  'WeChat bank',
  'Weifang',
  'Golden Link',
  'Gold Chain Alliance',
  'Joint Golden',
  'alliance chain',
  'license chain',
  'chain alliance cooperation',
  'federated chain',
  'landing',
  'China Commercial Bank',
  "People's Network",
  'Macau',
  'National Information Center',
  'Jujube',
  'Pure White Matrix',
  'R3 Alliance',
  'Ling listen',
  'Lingying',
  'Tang Xia Ling',
  'Tang Xiuling',
  'WeEvent Wait',
  'Merkel',
  'word documents',
  'code warehouse',
  'chaining',
  'pre-compiled',
  'deposit',
  'workload proof',
  'confirmation of power',
  'private bank',
  'arbitration letter',
  'customer service',
  'streaking',
  'prophet',
  'singularity',
  'factual standard',
  'two-wing multi-engine',
  'unmanned area',
  'micro signal',
]

// --- reading the story ---

const english = (text: Text | undefined): string =>
  typeof text === 'string' ? text : (text?.['en'] ?? '')
const chinese = (text: Text | undefined): string =>
  typeof text === 'string' ? text : (text?.['zh-Hans'] ?? '')
const isText = (value: unknown): value is Text =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && ('en' in value || 'zh-Hans' in value))
const idOf = (ref: string | { id: string }): string => (typeof ref === 'string' ? ref : ref.id)
const organizationsOf = (event: Event): string[] => (event.organizations ?? []).map(idOf)
const sourcesOf = (event: Event): string[] => (event.sources ?? []).map(idOf)
const eventOf = (story: Story, id: string): Event =>
  story.events.find((event) => event.id === id) ?? { date: '', title: '' }
const shownBy = (story: Story, organization: string): string[] =>
  story.events
    .filter((event) => organizationsOf(event).includes(organization))
    .map((event) => event.id ?? '')
/** Full-width characters count one, others half. */
const width = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (char >= '⺀' || '“”‘’'.includes(char) ? 1 : 0.5), 0)

/** Calls `visit` with every string and every language map, and the path to it. */
function eachText(value: unknown, visit: (text: Text, path: string) => void, path = ''): void {
  if (isText(value)) return visit(value, path)
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) eachText(part, visit, `${path}/${key}`)
}

function allText(story: Story): [path: string, text: string][] {
  const found: [string, string][] = []
  eachText(story, (text, path) => found.push([path, english(text)], [path, chinese(text)]))
  return found
}

// --- the rules ---

const uniqueIds: Rule = (story) => {
  const lists = { ...story } as Record<string, unknown>
  return Object.values(lists)
    .filter((list) => Array.isArray(list))
    .flatMap((list: { id?: string }[]) => {
      const ids = list.map((item) => item.id ?? '(no id)')
      return ids.filter((id, index) => id === '(no id)' || ids.indexOf(id) !== index)
    })
}

const referencesResolve: Rule = (story) => {
  const known = (list: { id?: string | undefined }[] | undefined) =>
    new Set((list ?? []).map(({ id }) => id))
  const events = known(story.events)
  const organizations = known(story.organizations)
  const missing = (ids: (string | undefined)[] | undefined, list: Set<string | undefined>) =>
    (ids ?? []).filter((id) => id !== undefined && !list.has(id)).map(String)
  return [
    ...missing(
      story.organizations?.map(({ lane }) => lane),
      known(story.lanes),
    ),
    ...missing(
      story.people?.map(({ organization }) => organization),
      organizations,
    ),
    ...missing(
      story.story?.flatMap((step) => [step.event, ...(step.organizations ?? [])]),
      new Set([...events, ...organizations]),
    ),
    ...story.events.flatMap((event) => [
      ...missing(organizationsOf(event), organizations),
      ...missing(event.people, known(story.people)),
      ...missing(event.topics, known(story.topics)),
      ...missing(sourcesOf(event), known(story.sources)),
      ...missing(
        event.relations?.map(({ to }) => to),
        events,
      ),
      ...(event.relations ?? [])
        .filter(({ to }) => to === event.id)
        .map(({ to }) => `${to} to itself`),
    ]),
  ]
}

const everythingIsUsed: Rule = (story) => {
  const unused = (list: { id: string }[] | undefined, used: string[]) =>
    (list ?? []).map(({ id }) => id).filter((id) => !used.includes(id))
  return [
    ...unused(story.organizations, story.events.flatMap(organizationsOf)),
    ...unused(story.sources, story.events.flatMap(sourcesOf)),
    ...unused(
      story.people,
      story.events.flatMap((event) => event.people ?? []),
    ),
    ...unused(
      story.topics,
      story.events.flatMap((event) => event.topics ?? []),
    ),
  ]
}

const everyEventIsGrounded: Rule = (story) =>
  story.events
    .filter((event) => {
      const placed = (event.sources ?? []).every(
        (ref) => typeof ref !== 'string' && english(ref.at) !== '',
      )
      return organizationsOf(event).length === 0 || sourcesOf(event).length === 0 || !placed
    })
    .map((event) => String(event.id))

const outsideFactsCiteOutside: Rule = (story) =>
  fromOutside.filter((id) => sourcesOf(eventOf(story, id)).every((source) => articles.has(source)))

const datesRead: Rule = (story) => {
  const dates = [
    ...story.events.map(({ date }) => date),
    ...story.events.flatMap(({ figures }) => (figures ?? []).map(({ asOf }) => asOf)),
    ...(story.eras ?? []).map(({ date }) => date),
    ...(story.sources ?? []).map(({ date }) => date),
    ...(story.story ?? []).map(({ range }) => range),
  ]
  return dates
    .filter((date) => date !== undefined)
    .filter((date) => {
      const reading = parseDate(date)
      return !reading.ok || reading.notes.length > 0
    })
}

const chaptersTouch: Rule = (story) => {
  const spans = (story.eras ?? []).map(({ date }) => {
    const reading = parseDate(date)
    if (!reading.ok || reading.date.kind !== 'interval')
      return { start: Number.NaN, end: Number.NaN }
    const { start, end } = reading.date
    return {
      start: start.kind === 'date' ? start.date.span.start : Number.NaN,
      end: end.kind === 'date' ? end.date.span.end : Number.NaN,
    }
  })
  const gaps = spans.slice(1).filter(({ start }, index) => start !== spans[index]?.end)
  return spans.length === 5 ? gaps.map(({ start }) => String(start)) : ['not five chapters']
}

const bothLanguages: Rule = (story) => {
  const wrong: string[] = []
  const hanIn = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0
  const isProse = (text: string) => /[a-z]{2,} [a-z]{2,}/.test(text)
  eachText(story, (text, path) => {
    // A plain string is a name, an id, a date or a number, the same in both.
    if (typeof text === 'string') {
      if (isProse(text)) wrong.push(path)
      return
    }
    if (english(text) === '' || hanIn(english(text)) > english(text).length / 4) {
      wrong.push(`${path}: English`)
    }
    if (chinese(text) === '' || (isProse(chinese(text)) && hanIn(chinese(text)) === 0)) {
      wrong.push(`${path}: Chinese`)
    }
  })
  for (const event of story.events) {
    for (const field of ['title', 'summary', 'body'] as const) {
      if (typeof event[field] !== 'object') wrong.push(`${String(event.id)}: ${field}`)
    }
  }
  return wrong
}

const fiveIsForAnchors: Rule = (story) => {
  const five = story.events.filter(({ importance }) => importance === 5).map(({ id }) => String(id))
  return [
    ...five.filter((id) => !anchors.includes(id)),
    ...anchors.filter((id) => !five.includes(id)),
  ]
}

const tenCards: Rule = (story) => {
  const children = story.events.filter((event) =>
    event.relations?.some(({ kind }) => kind === 'part-of'),
  )
  const wrong = children.map(({ id }) => String(id)).filter((id) => !cards.includes(id))
  for (const id of cards) {
    const card = eventOf(story, id)
    const parents = (card.relations ?? [])
      .filter(({ kind }) => kind === 'part-of')
      .map(({ to }) => to)
    const labels = (card.details ?? []).map(({ label }) => english(label))
    if (parents.join(' ') !== 'ten-releases') wrong.push(`${id}: parent`)
    if (labels.join('|') !== cardDetails.join('|')) wrong.push(`${id}: details`)
    if (card.date !== '2019-07-26') wrong.push(`${id}: date`)
    if (card.details?.at(-1)?.url === undefined) wrong.push(`${id}: no address`)
  }
  return wrong
}

const noMachineForms: Rule = (story) => {
  const anyForm = new RegExp(machineForms.join('|'), 'i')
  return allText(story)
    .filter(([, text]) => anyForm.test(text))
    .map(([path, text]) => `${path}: ${text}`)
}

const noWorkingNotes: Rule = (story) =>
  allText(story)
    .filter(([, text]) =>
      /\b[DUS]\d\d\b|\bC\d{1,2}\b|facts?\.md|\bseeds?\b|(^|\s)\/[a-z]+\/[a-z]/i.test(text),
    )
    .map(([path, text]) => `${path}: ${text}`)

/** 20, 80 and 100 count members of the alliance; 500 counts firms around the software. */
const membersAreOneSeries: Rule = (story) =>
  story.events.flatMap((event) => {
    const members = (event.figures ?? []).filter(({ label }) =>
      english(label).startsWith('Alliance members'),
    )
    const firms = (event.figures ?? []).filter(({ value }) => value === 500)
    const strange = members.filter(
      ({ value, asOf }) => ![20, 80, 100].includes(Number(value)) || asOf === undefined,
    )
    const mixed = firms.filter(
      ({ label, asOf }) =>
        /member/i.test(english(label)) || asOf === undefined || members.length > 0,
    )
    return [...strange, ...mixed].map(({ label }) => `${String(event.id)}: ${english(label)}`)
  })

const filtersTellTheTruth: Rule = (story) => {
  const must: [organization: string, shown: string[], exactly: boolean][] = [
    ['fdct', ['macao-agreement', 'snapshot-adoption'], true],
    [
      'fisco',
      [
        'golden-chain-alliance',
        'fisco-bcos-open-sourced',
        'fisco-bcos-2-rc1',
        'fisco-bcos-2-final',
        'release-fisco-bcos',
      ],
      false,
    ],
    ['linux-foundation', ['hyperledger-starts', 'fate-to-linux-foundation', 'release-fate'], true],
    ['macao-government', ['macao-agreement'], true],
    ['huarui-bank', ['reconciliation-platform'], true],
    ['yibi', ['yibi-enters-arbitration', 'evidence-platform', 'first-award', 'open-course'], true],
    ['peoples-daily-online', ['peoples-copyright', 'snapshot-adoption'], true],
    ['changhong', ['snapshot-adoption'], true],
    [
      'webank',
      [
        'core-system',
        'golden-chain-alliance',
        'webase-opened',
        'three-plus-two',
        'ten-releases',
        ...cards,
      ],
      false,
    ],
    ['fisco-bcos-community', ['supply-chain-finance', 'snapshot-ecosystem'], false],
  ]
  return must.flatMap(([organization, wanted, exactly]) => {
    const shown = shownBy(story, organization)
    return [
      ...wanted.filter((id) => !shown.includes(id)).map((id) => `${organization} hides ${id}`),
      ...shown
        .filter((id) => exactly && !wanted.includes(id))
        .map((id) => `${organization} shows ${id}`),
    ]
  })
}

const stepsAreReady: Rule = (story) => {
  const steps = story.story ?? []
  const wrong = steps.length >= 8 && steps.length <= 12 ? [] : [`${String(steps.length)} steps`]
  for (const step of steps) {
    const event = eventOf(story, step.event ?? '')
    const sentences = english(step.notes)
      .split(/[.?!](?:\s|$)/)
      .filter((part) => part !== '').length
    if (event.date === '') wrong.push(`${step.id}: event`)
    if (sentences < 2 || sentences > 4 || chinese(step.notes) === '')
      wrong.push(`${step.id}: notes`)
    if (english(step.text) === '' || step.range === undefined)
      wrong.push(`${step.id}: text or range`)
    const filter = step.organizations ?? organizationsOf(event)
    if (!organizationsOf(event).some((id) => filter.includes(id)))
      wrong.push(`${step.id}: hides its event`)
  }
  return wrong
}

const titlesFit: Rule = (story) =>
  story.events
    .filter(({ title }) => english(title).length > 42 || width(chinese(title)) > 16)
    .map(({ title }) => english(title))

/** From the founding, relations lead to every event, whichever way they point. */
const oneThread: Rule = (story) => {
  const reached = new Set(['founding'])
  for (let before = 0; before !== reached.size;) {
    before = reached.size
    for (const { id, relations } of story.events) {
      const ends = (relations ?? []).map(({ to }) => to)
      if (reached.has(String(id))) for (const end of ends) reached.add(end)
      else if (ends.some((end) => reached.has(end))) reached.add(String(id))
    }
  }
  return story.events.map(({ id }) => String(id)).filter((id) => !reached.has(id))
}

/** Only bodies are Markdown; anywhere else its marks would be seen. */
const markdownStaysInBodies: Rule = (story) =>
  allText(story)
    .filter(([path, text]) => !path.endsWith('/body') && /[*`]|\]\(|^- |^#+ /m.test(text))
    .map(([path]) => path)

const lanesInOrder: Rule = (story) => {
  const ids = (story.lanes ?? []).map(({ id }) => id).join(' ')
  return ids === 'world webank golden-chain partners public' ? [] : [ids]
}

const relate = (story: Story, from: string, to: string, kind: 'related' | 'part-of') =>
  (eventOf(story, from).relations = [...(eventOf(story, from).relations ?? []), { to, kind }])

/** Each rule, and mistakes of which it must find every single one. */
const rules: [name: string, rule: Rule, plants: ((story: Story) => unknown)[]][] = [
  [
    'has unique ids',
    uniqueIds,
    [
      (story) => (story.events[3]!.id = 'founding'),
      (story) => story.people!.push({ id: 'li-he', name: 'Li He' }),
    ],
  ],
  [
    'points only at what exists',
    referencesResolve,
    [
      (story) => relate(story, 'founding', 'nowhere', 'related'),
      (story) => relate(story, 'founding', 'founding', 'related'),
      (story) => story.events[3]!.organizations!.push('nobody'),
      (story) => (story.events[3]!.people = ['nobody']),
      (story) => (story.events[3]!.topics = ['nothing']),
      (story) => story.events[3]!.sources!.push({ id: 'hearsay', at: 'paragraph 1' }),
      (story) => (story.organizations![0]!.lane = 'elsewhere'),
      (story) => (story.people![0]!.organization = 'nobody'),
      (story) => (story.story![0]!.event = 'nowhere'),
      (story) => (story.story![0]!.organizations = ['nobody']),
    ],
  ],
  [
    'names nothing that no event uses',
    everythingIsUsed,
    [
      (story) => story.topics!.push({ id: 'idle', title: 'Idle' }),
      (story) => story.organizations!.push({ id: 'idle', name: 'Idle' }),
      (story) => story.people!.push({ id: 'idle', name: 'Idle' }),
      (story) => story.sources!.push({ id: 'idle', title: 'Idle' }),
    ],
  ],
  [
    'gives every event an organisation, and a place in every source',
    everyEventIsGrounded,
    [
      (story) => (story.events[0]!.organizations = []),
      (story) => (story.events[0]!.sources = []),
      (story) => (story.events[0]!.sources = [{ id: 'babbitt-interview' }]),
    ],
  ],
  [
    'cites an outside source for what comes from outside',
    outsideFactsCiteOutside,
    [(story) => (eventOf(story, 'bcos-published').sources = [{ id: 'babbitt-course', at: 'end' }])],
  ],
  [
    'has only dates that read as they are written',
    datesRead,
    [
      (story) => (story.events[5]!.date = 'late 2015'),
      (story) => (eventOf(story, 'ten-releases').figures![0]!.asOf = 'July'),
      (story) => (story.sources![0]!.date = '2019-9'),
      (story) => (story.story![0]!.range = '2015/2014'),
    ],
  ],
  [
    'has five chapters without a gap',
    chaptersTouch,
    [(story) => (story.eras![1]!.date = '2015-02/2016-05'), (story) => story.eras!.pop()],
  ],
  [
    'says everything in both languages',
    bothLanguages,
    [
      (story) => (eventOf(story, 'founding').dateNote = { en: 'Known to the year.' }),
      (story) => (eventOf(story, 'founding').dateNote = { 'zh-Hans': '只知年份。' }),
      (story) =>
        (eventOf(story, 'founding').dateNote = { en: '只知年份。', 'zh-Hans': '只知年份。' }),
      (story) =>
        (eventOf(story, 'founding').dateNote = { en: 'The year.', 'zh-Hans': 'the year only' }),
      (story) => (eventOf(story, 'founding').dateNote = 'Known to the year only.'),
      (story) => (eventOf(story, 'founding').title = 'Founding'),
    ],
  ],
  [
    'keeps importance 5 for the anchors',
    fiveIsForAnchors,
    [
      (story) => (eventOf(story, 'macao-agreement').importance = 5),
      (story) => (eventOf(story, 'founding').importance = 4),
    ],
  ],
  [
    'has ten cards, and gathers nothing else',
    tenCards,
    [
      (story) => eventOf(story, 'release-fate').details!.pop(),
      (story) => (eventOf(story, 'release-fate').relations = []),
      (story) => (eventOf(story, 'release-fate').date = '2019-07'),
      (story) => delete eventOf(story, 'release-fate').details!.at(-1)!.url,
      (story) => relate(story, 'wedatasphere', 'ten-releases', 'part-of'),
    ],
  ],
  [
    'has no form that only machine translation made',
    noMachineForms,
    machineForms.map((form) => (story: Story) => (story.events[4]!.summary = `Our ${form}.`)),
  ],
  [
    'shows no working notes',
    noWorkingNotes,
    [
      (story) => (story.events[4]!.summary = 'See D07.'),
      (story) => (story.events[4]!.summary = 'See C8.'),
      (story) => (story.events[4]!.summary = 'From the seeds.'),
      (story) => (story.events[4]!.summary = 'In /home/me/notes.'),
    ],
  ],
  [
    'never adds community firms to the members',
    membersAreOneSeries,
    [
      (story) =>
        eventOf(story, 'golden-chain-alliance').figures!.push({
          label: 'Alliance members',
          value: 500,
          asOf: '2019-12',
        }),
      (story) =>
        eventOf(story, 'golden-chain-alliance').figures!.push({
          label: 'Firms',
          value: 500,
          asOf: '2019-12',
        }),
      (story) => (eventOf(story, 'snapshot-ecosystem').figures![0]!.label = 'Members'),
      (story) => delete eventOf(story, 'snapshot-ecosystem').figures![0]!.asOf,
      (story) => delete eventOf(story, 'hundred-members').figures![0]!.asOf,
    ],
  ],
  [
    'shows by organisation what is theirs',
    filtersTellTheTruth,
    [
      (story) => eventOf(story, 'release-weidentity').organizations!.push('fdct'),
      (story) => eventOf(story, 'ten-releases').organizations!.push('linux-foundation'),
      (story) => (eventOf(story, 'fisco-bcos-2-rc1').organizations = ['webank']),
    ],
  ],
  [
    'can be presented',
    stepsAreReady,
    [
      (story) => (story.story = story.story!.slice(0, 7)),
      (story) => story.story!.push(...story.story!.slice(0, 1)),
      (story) => (story.story![2]!.event = 'nowhere'),
      (story) => (story.story![2]!.notes = 'One sentence.'),
      (story) => (story.story![2]!.notes = { en: 'One sentence. And one more.' }),
      (story) => (story.story![2]!.text = ''),
      (story) => delete story.story![2]!.range,
      (story) => (story.story![2]!.organizations = ['economist']),
    ],
  ],
  [
    'has titles that fit',
    titlesFit,
    [
      (story) => (story.events[7]!.title = 'A title that goes on and on beyond any label'),
      (story) =>
        (story.events[7]!.title = {
          en: 'Short',
          'zh-Hans': '一个怎么也放不进标签里去的长标题啊',
        }),
    ],
  ],
  [
    'is one thread',
    oneThread,
    [(story) => story.events.push({ id: 'stray', date: '2015', title: 'Stray' })],
  ],
  [
    'keeps Markdown in the bodies',
    markdownStaysInBodies,
    [
      (story) => (story.events[0]!.dateNote = 'Known to the *year*.'),
      (story) => (story.events[0]!.summary = 'See [this](https://example.org).'),
    ],
  ],
  [
    'has its five lanes in order',
    lanesInOrder,
    [(story) => (story.lanes = story.lanes!.toReversed())],
  ],
]

describe('the shipped story', () => {
  it('is read without a problem', () => {
    expect(readDocument(shipped).problems).toEqual([])
    const undated = { ...shipped, events: [{ title: 'Undated' }] }
    expect(readDocument(undated).problems).not.toEqual([])
  })

  it.each(rules)('%s', (_name, rule, plants) => {
    expect(rule(shipped)).toEqual([])
    const unnoticed = plants.filter((plant) => {
      const spoilt = structuredClone(shipped)
      plant(spoilt)
      return rule(spoilt).length === 0
    })
    expect(unnoticed.map(String)).toEqual([])
  })
})

// --- docs/story.md: every row has a place, and every conflict is told ---

function rowsOf(page: string): Map<string, string[]> {
  const rows = new Map<string, string[]>()
  for (const line of page.split('\n')) {
    const [, row, cell = ''] = /^\| ([DUCS]\d+) \| ([^|]*)\|/.exec(line) ?? []
    if (row !== undefined)
      rows.set(
        row,
        [...cell.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id),
      )
  }
  return rows
}

function unplacedRows(page: string, story: Story): string[] {
  const rows = rowsOf(page)
  const numbered = (letter: string, count: number, digits: number) =>
    Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(digits, '0'))
  const wanted = [...numbered('D', 56, 2), ...numbered('U', 41, 2), ...numbered('C', 20, 1)]
  const untold = [...rows].flatMap(([row, ids]) => {
    const events = ids.map((id) => eventOf(story, id))
    const silent = events.filter(
      (event) =>
        event.date === '' || (row.startsWith('C') && !event.dateNote && !event.confidenceNote),
    )
    return silent.length > 0 || ids.length === 0 ? [row] : []
  })
  const placed = new Set([...rows.values()].flat())
  const forgotten = story.events.map(({ id }) => String(id)).filter((id) => !placed.has(id))
  return [...wanted.filter((row) => !rows.has(row)), ...untold, ...forgotten]
}

describe('docs/story.md', () => {
  it('places every row of the fact list and every event', () => {
    expect(unplacedRows(storyPage, shipped)).toEqual([])
  })

  it('is caught when it forgets a row, names no event, or a conflict is not told', () => {
    expect(unplacedRows(storyPage.replace('| D17 |', '| – |'), shipped)).toContain('D17')
    expect(unplacedRows(storyPage.replace('`cost-per-account` |', '`gone` |'), shipped)).toContain(
      'D22',
    )
    const silent = structuredClone(shipped)
    eventOf(silent, 'gene-data-vision').confidenceNote = undefined
    expect(unplacedRows(storyPage, silent)).toEqual(['C17'])
  })
})

// --- the words are ours ---

/** Case and punctuation do not count; a hyphen or an apostrophe may join or part. */
const wordings = (text: string): string[][] =>
  ['', ' '].map((join) =>
    text
      .toLowerCase()
      .replaceAll(/[-–—'’]/g, join)
      .replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')
      .split(/\s+/)
      .filter((word) => word !== ''),
  )
const runsOf = (text: string, length = 7): string[] =>
  wordings(text).flatMap((words) =>
    words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' ')),
  )

function copiedRuns(texts: string[], originals: string[]): string[] {
  const known = new Set(originals.flatMap((text) => runsOf(text)))
  return [...new Set(texts.flatMap((text) => runsOf(text)).filter((run) => known.has(run)))]
}

const articleFolder = [process.env['THROUGHLINE_ARTICLES']].find(
  (folder) => folder !== undefined && folder !== '' && existsSync(folder),
)
const articleTexts = (articleFolder === undefined ? [] : readdirSync(articleFolder))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(articleFolder ?? '', name), 'utf8'))

const atHand =
  articleTexts.length > 0
    ? `${String(articleTexts.length)} at hand`
    : 'none at hand, nothing compared: set THROUGHLINE_ARTICLES'

describe('the words of the story', () => {
  it('finds a planted run of seven words, whatever its case and punctuation', () => {
    const original = 'Of all things, one bank’s team went first that day.'
    expect(copiedRuns(['He said: one bank’s team WENT first, that day!'], [original])).toEqual([
      'one banks team went first that day',
      'one bank s team went first that',
      'bank s team went first that day',
    ])
    expect(copiedRuns(['One bank’s crew went first that day.'], [original])).toEqual([])
  })

  it(`shares no seven words in a row with the articles (${atHand})`, () => {
    const texts = [...allText(shipped).map(([, text]) => text), storyPage]
    expect(copiedRuns(texts, articleTexts)).toEqual([])
  })
})
