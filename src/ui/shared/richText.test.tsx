import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { noFilter } from '#core/data/filterState.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { textIn } from '#core/model/document.ts'
import { dateWords } from '#i18n/dateWords.en.ts'
import { messages } from '#i18n/messages.en.ts'
import { createDerived } from '#state/selectors.ts'
import { createTimelineStore } from '#state/timelineStore.ts'
import { TimelineContext, type TimelineContextValue } from '#ui/TimelineContext.tsx'
import { RichText } from './richText.tsx'

const { document } = readDocument({ version: 1, title: 'T', events: [] })
if (document === undefined) throw new Error('the test document cannot be read')
const table = buildEventTable(document)
const context: TimelineContextValue = {
  store: createTimelineStore(),
  table,
  placeCrowd: undefined,
  problems: [],
  url: 'https://example.org/timeline.json',
  foreignOrigin: undefined,
  fileName: undefined,
  isInLink: false,
  failedParts: 0,
  retryParts: undefined,
  derived: createDerived(table),
  messages,
  dateWords,
  locale: 'en',
  text: (text) => textIn(text, 'en'),
  drawing: { current: undefined },
  // Nothing here looks at the page around, and there is none in these tests.
  surroundings: JSON.parse('{}'),
  theme: 'light',
  motion: false,
}

function render(text: string, q = ''): string {
  const store = createTimelineStore({ filter: { ...noFilter, q } })
  return renderToStaticMarkup(
    <TimelineContext value={{ ...context, store }}>
      <RichText text={text} />
    </TimelineContext>,
  )
}

test('becomes elements, with outside links that tell the other page nothing', () => {
  expect(render('### Head\nA **b** [c](https://example.org/)\n\n- d')).toBe(
    '<h3>Head</h3><p>A <strong>b</strong> <a href="https://example.org/" target="_blank"' +
      ' rel="noopener noreferrer nofollow ugc">c</a></p><ul><li>d</li></ul>',
  )
})

test('raw HTML is shown as text', () => {
  expect(render('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>')
})

test('marks what the search looks for, also inside other marks', () => {
  expect(render('The **Bank** banks', 'bank')).toBe(
    '<p>The <strong><mark>Bank</mark></strong> <mark>bank</mark>s</p>',
  )
})

test('no other tag comes out, whatever goes in', () => {
  const tags = /^(?:h3|p|ul|li|strong|em|code|a|br|mark)$/
  const piece = fc.constantFrom('*', '**', '`', '[a](https://b.c)', '[a](javascript:x)', '<script>')
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      for (const [, tag] of render(pieces.join(''), 'a').matchAll(/<\/?([^\s/>]+)/g)) {
        expect(tag).toMatch(tags)
      }
    }),
  )
})
