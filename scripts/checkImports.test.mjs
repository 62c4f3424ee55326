import { describe, expect, test } from 'vitest'
import { findForbiddenImports } from './checkImports.mjs'

/** What the check says of one import in a file. */
const check = (path, specifier) =>
  findForbiddenImports(path, `import { x } from '${specifier}'\nexport const y = x\n`)

describe('forbidden imports are caught', () => {
  test.each([
    ['core knows no store', 'core/scene/buildScene.ts', '#state/timelineStore.ts'],
    ['core knows no renderer', 'core/scene/buildScene.ts', '#render/svg/svgString.ts'],
    ['core knows no React', 'core/scene/buildScene.ts', 'react'],
    ['core draws nothing', 'core/layout/packRows.ts', 'd3-selection'],
    ['core reads no files', 'core/model/readDocument.ts', 'node:fs'],
    ['time comes before the model', 'core/time/parseDate.ts', '#core/model/document.ts'],
    ['data comes before the scene', 'core/data/findInSpan.ts', '#core/scene/scene.ts'],
    ['viewport comes before layout', 'core/viewport/ticks.ts', '#core/layout/packRows.ts'],
    ['the schema library stays in the model', 'core/scene/theme.ts', 'valibot'],
    ['render knows no store', 'render/svg/svgRenderer.ts', '#state/timelineStore.ts'],
    ['render knows no React', 'render/svg/svgRenderer.ts', 'react'],
    ['core is given its words', 'core/time/formatDate.ts', '#i18n/dateWords.en.ts'],
    ['words know nothing', 'i18n/messages.en.ts', '#core/time/instant.ts'],
    ['panels do not know each other', 'ui/filter/FilterBar.tsx', '#ui/detail/Detail.tsx'],
    ['nor does a new panel', 'ui/fresh/Fresh.tsx', '#ui/detail/Detail.tsx'],
    ['what all panels know knows none', 'ui/TimelineContext.tsx', '#ui/detail/Detail.tsx'],
    ['what is shared knows no panel', 'ui/shared/Button.tsx', '#ui/detail/Detail.tsx'],
    ['the state knows no panel', 'state/timelineStore.ts', '#ui/shared/Button.tsx'],
    ['a format may use one file of render', 'formats/export/svg.ts', '#render/frameLoop.ts'],
    ['the umbrella package is heavy', 'render/svg/svgRenderer.ts', 'd3'],
    ['no climbing', 'core/layout/packRows.ts', '../time/instant.ts'],
    ['no descending', 'ui/Panel.tsx', './shared/Button.tsx'],
    ['extensions are written', 'core/layout/packRows.ts', '#core/time/instant'],
    ['the same folder is ./', 'core/time/parseDate.ts', '#core/time/instant.ts'],
    ['a folder without a row', 'misc/helper.ts', '#core/time/instant.ts'],
    ['tests have no other direction', 'core/time/parseDate.test.ts', '#core/model/document.ts'],
  ])('%s', (_why, path, specifier) => {
    expect(check(path, specifier)).toHaveLength(1)
  })

  test.each([
    ['a type import', "import type { X } from 'react'"],
    ['a re-export', "export { x } from 'react'"],
    ['a re-export of everything', "export * from 'react'"],
    ['a dynamic import', "export const load = () => import('react')"],
    ['an inline type import', "export type X = import('react').ReactNode"],
    ['an import for its effect', "import 'react'"],
    ['a worker', "export const url = new URL('../../app/x.worker.ts', import.meta.url)"],
  ])('as %s', (_form, source) => {
    expect(findForbiddenImports('core/time/planted.ts', source)).toHaveLength(1)
  })
})

test.each([
  ['core/scene/buildScene.ts', '#core/time/instant.ts'],
  ['core/model/readDocument.ts', 'valibot'],
  ['core/time/calendar.test.ts', 'fast-check'],
  ['core/time/formatDate.test.ts', '#i18n/dateWords.en.ts'],
  ['render/svg/svgRenderer.ts', 'd3-selection'],
  ['formats/export/svg.ts', '#render/svg/svgString.ts'],
  ['formats/export/svg.ts', '#formats/import/csv.ts'],
  ['ui/filter/FilterBar.tsx', '#ui/shared/Button.tsx'],
  ['ui/filter/FilterBar.tsx', '#ui/TimelineContext.tsx'],
  ['ui/filter/FilterBar.tsx', './FilterBar.module.css'],
  ['app/main.tsx', '#ui/list/ListTwin.tsx'],
  ['app/main.tsx', 'react-dom/client'],
  ['embed/index.ts', '#ui/shared/tokens.css?inline'],
])('%s may import %s', (path, specifier) => {
  expect(check(path, specifier)).toEqual([])
})

test('words in comments and strings are no imports', () => {
  const source = "// import x from 'react'\nexport const text = \"import x from 'react'\"\n"
  expect(findForbiddenImports('core/time/planted.ts', source)).toEqual([])
})
