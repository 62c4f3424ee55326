import fc from 'fast-check'

import type { EventTable } from '#core/data/eventTable.ts'
import type { SceneInput } from '#core/scene/sceneInput.ts'
import { themes } from '#core/scene/theme.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { chineseWords, englishWords, inputFor } from './story.ts'

/** Small whole numbers, the same for the same seed (Lehmer). */
function numbersFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

type Pick = (below: number) => number

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

function modernDate(pick: Pick): string {
  const year = 2014 + pick(6)
  const month = `${year}-${pad(1 + pick(12))}`
  const day = `${month}-${pad(1 + pick(28))}`
  const forms = [
    day,
    day,
    '2019-07-26',
    month,
    String(year),
    `${year}~`,
    `${day}?`,
    `${month}%`,
    `${day}T${pad(pick(24))}:${pad(pick(60))}:00Z`,
    `${year}-21`,
    '201X',
    `${year}/${year + 1 + pick(3)}`,
    `${day}/..`,
    `../${day}`,
    `${month}/`,
    `/${year}~`,
    `{${day},2016,2018-02-03}`,
    `[${year}..${year + pick(3)}]`,
    `[${day},2019-12]`,
  ]
  return forms[pick(forms.length)] ?? day
}

function wideDate(pick: Pick): string {
  const forms = [
    `-${pad(pick(4000), 4)}`,
    `-${pad(1 + pick(500), 4)}-05`,
    pad(1 + pick(2500), 4),
    `-${pad(500 + pick(500), 4)}/-${pad(1 + pick(400), 4)}`,
    '1XXX',
    `${1000 + pick(900)}~/..`,
    `{-0300,0200,${1000 + pick(900)}}`,
  ]
  return forms[pick(forms.length)] ?? '0001'
}

function deepDate(pick: Pick): string {
  const forms = [
    'Y-13800000000',
    `Y-${66_000_000 + pick(1e8)}~`,
    'Y-138E8',
    'Y-4540000000/..',
    'Y50000',
  ]
  return forms[pick(forms.length)] ?? 'Y-66000000'
}

const words =
  'bank chain 开源 platform opens 微众银行推出区块链底层平台 the first release of everything 🎉 👩‍👩‍👧 consortium e\u0301lan Donaudampfschifffahrtsgesellschaftskapitän a'.split(
    ' ',
  )

function title(pick: Pick): string {
  const picked = Array.from({ length: 1 + pick(9) }, () => words[pick(words.length)] ?? 'a')
  return picked.join(' ')
}

/** What a random document is made of; `dates` chooses how far its times lie apart. */
export interface DocumentRecipe {
  readonly seed: number
  readonly count: number
  readonly organizations: number
  readonly lanes: number
  readonly dates: 'modern' | 'wide' | 'deep' | 'mixed' | 'one'
  readonly parts: boolean
}

export const documentRecipes: fc.Arbitrary<DocumentRecipe> = fc.record({
  seed: fc.nat(1e9),
  count: fc.oneof(fc.nat(12), fc.nat(80), fc.nat(300)),
  organizations: fc.nat(12),
  lanes: fc.nat(4),
  dates: fc.constantFrom('modern', 'modern', 'wide', 'deep', 'mixed', 'one'),
  parts: fc.boolean(),
})

/** A document as an author could write it, as plain JSON. */
export function documentOf(recipe: DocumentRecipe): Record<string, unknown> {
  const { seed, count, organizations, lanes, dates, parts } = recipe
  const pick = numbersFrom(seed)
  const dateOf = (): string => {
    const kind = dates === 'mixed' ? (['modern', 'wide', 'deep'] as const)[pick(3)] : dates
    switch (kind) {
      case 'wide':
        return wideDate(pick)
      case 'deep':
        return deepDate(pick)
      case 'one':
        return '2019-07-26'
      default:
        return modernDate(pick)
    }
  }
  return {
    version: 1,
    title: 'Random',
    lanes: Array.from({ length: lanes }, (_, index) => ({ id: `l${index}`, title: title(pick) })),
    organizations: Array.from({ length: organizations }, (_, index) => ({
      id: `o${index}`,
      name: title(pick),
      ...(pick(2) === 0 ? { lane: `l${pick(6)}` } : {}),
      ...(pick(3) === 0 ? { color: `#${pad(pick(1e6), 6)}` } : {}),
    })),
    eras: Array.from({ length: pick(4) }, (_, index) => ({
      id: `era${index}`,
      title: title(pick),
      date: pick(6) === 0 ? 'no date' : `${2010 + pick(5)}/${2015 + pick(5)}`,
    })),
    events: Array.from({ length: count }, (_, index) => ({
      id: `e${index}`,
      title: title(pick),
      date: dateOf(),
      importance: 1 + pick(5),
      organizations:
        organizations === 0 ? [] : Array.from({ length: pick(4) }, () => `o${pick(organizations)}`),
      relations: [
        ...(parts && index > 0 && pick(3) === 0
          ? [{ to: `e${pick(index)}`, kind: 'part-of' }]
          : []),
        ...(index > 0 && pick(3) === 0 ? [{ to: `e${pick(index)}`, kind: 'leads-to' }] : []),
      ],
    })),
  }
}

/** How a random table is looked at. */
export interface ViewRecipe {
  readonly width: number
  readonly height: number
  readonly vertical: boolean
  /** Power of ten of the visible stretch over that of everything. */
  readonly zoom: number
  /** Where in the data the middle of the view lies: 0 its start, 1 its end. */
  readonly middle: number
  /** A row that the middle of the view lies on instead. */
  readonly onEvent: number | undefined
  readonly laneMode: SceneInput['laneMode']
  readonly theme: keyof typeof themes
  readonly chinese: boolean
  /** Of four events, how many the filter leaves. */
  readonly passing: number
  readonly selected: number
  readonly focused: number
}

/** Evenly spread, which doubles are not. */
export function hundredths(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max }).map((value) => value / 100)
}

export const viewRecipes: fc.Arbitrary<ViewRecipe> = fc.record({
  width: fc.oneof(fc.integer({ min: 120, max: 900 }), fc.integer({ min: 120, max: 3000 })),
  height: fc.oneof(fc.integer({ min: 80, max: 400 }), fc.integer({ min: 80, max: 1600 })),
  vertical: fc.boolean(),
  zoom: fc.oneof(fc.constant(0), hundredths(-600, 300), hundredths(-250, 20)),
  middle: hundredths(-20, 120),
  onEvent: fc.option(fc.nat(400), { nil: undefined }),
  laneMode: fc.constantFrom('organizations', 'organizations', 'topics', 'none'),
  theme: fc.constantFrom('light', 'dark', 'contrast'),
  chinese: fc.boolean(),
  passing: fc.integer({ min: 0, max: 4 }),
  selected: fc.integer({ min: -20, max: 60 }),
  focused: fc.integer({ min: -20, max: 60 }),
})

export function viewOf(table: EventTable, recipe: ViewRecipe): SceneInput {
  const { width, height, zoom, middle, passing, selected, focused } = recipe
  const fit = fitSpan(table.span)
  const length = (fit.end - fit.start) * 10 ** zoom
  const onEvent =
    recipe.onEvent === undefined ? undefined : table.anchor[recipe.onEvent % table.length]
  const centre =
    zoom === 0 ? (fit.start + fit.end) / 2 : (onEvent ?? fit.start + (fit.end - fit.start) * middle)
  const matching = Uint8Array.from({ length: table.length }, (_, row) =>
    passing === 4 || (row * 7 + passing) % 4 < passing ? 1 : 0,
  )
  const rowOr = (row: number): number | undefined =>
    row >= 0 && row < table.length ? row : undefined
  return inputFor(table, width, height, {
    matching,
    viewport: { span: { start: centre - length / 2, end: centre + length / 2 }, scroll: 0 },
    orientation: recipe.vertical ? 'vertical' : 'horizontal',
    laneMode: recipe.laneMode,
    theme: themes[recipe.theme],
    words: recipe.chinese ? chineseWords : englishWords,
    selected: rowOr(selected),
    focused: rowOr(focused),
  })
}
