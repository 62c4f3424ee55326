import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { importMarkdown } from './markdownList.ts'
import { splitDate } from './splitDate.ts'

describe('importMarkdown', () => {
  const source = readFileSync('src/formats/import/fixtures/history.md', 'utf8')
  const { json, problems } = importMarkdown(source)

  it('reads lists, headings, tables and lines of dates', () => {
    expect(json).toEqual({
      version: 1,
      title: 'A small history',
      description: 'How it came about.',
      people: [{ id: 'ann', name: 'Ann' }],
      topics: [
        { id: 'before', title: 'Before' },
        { id: 'later', title: 'Later' },
      ],
      events: [
        {
          date: '1998',
          title: 'The idea, in a letter',
          links: [{ title: 'letter', url: 'https://example.org/letter' }],
          topics: ['before'],
        },
        {
          date: '1999-03-12',
          title: 'First meeting',
          body: '- in a cellar\n- eleven people',
          topics: ['before'],
        },
        { date: '1999-11/2001', title: 'Preparations', topics: ['before'] },
        { date: '2001~', title: 'A pause (1999)', topics: ['before'] },
        { date: '2016', title: 'Founded' },
        { date: '2016-03-05', title: 'First customer' },
        { date: '2016-05', title: 'Second customer' },
        { date: '2016-05', title: 'Third customer' },
        { date: '2016-06', title: 'The first summer feast, with everybody.', body: 'And rain.' },
        {
          date: '2017-05-31',
          title: 'The new house',
          body: 'It has a garden.\n\n- a pond\n- a tree',
        },
        {
          date: '2018',
          title: 'Growth',
          people: ['ann'],
          links: [{ title: 'Ann', url: 'https://example.org/ann' }],
          topics: ['later'],
        },
        { date: '2019-05-31', title: '金链盟成立', topics: ['later'] },
        { date: '2020', title: 'One', topics: ['later'] },
        { date: '2021', title: 'Two', body: 'and more of it', topics: ['later'] },
        { date: '2022', title: 'Alpha', topics: ['later'] },
        { date: '2022', title: 'Beta', topics: ['later'] },
      ],
    })
    expect(readDocument(json).problems).toEqual([])
  })

  it('tells of everything else, with the line', () => {
    expect(
      problems.map(({ severity, code, line, message }) => [
        severity,
        code,
        line,
        message.slice(0, 27),
      ]),
    ).toEqual([
      ['warning', 'date-missing', 15, 'The entry "An entry that so'],
      ['note', 'import-no-place', 55, 'A paragraph without a date '],
      ['note', 'import-no-place', 57, 'A block of code (once).'],
      ['error', 'date-unreadable', 43, '"soon" is no date that we c'],
    ])
  })

  it.each([
    ['3/4/2018: A\n- 13/4/2018: B', ['2018-04-03', '2018-04-13']],
    ['3/4/2018: A', ['[2018-03-04,2018-04-03]']],
    ['10:30 – A', []],
    ['[ ] 2018-04: A', ['2018-04']],
    ['44 BC: A', ['-0043']],
    ['**[2018](https://x.org)** Alpha', ['2018']],
    ['`2018-04-03` Alpha', ['2018-04-03']],
    ['512k day: A', []],
    ['3: A', []],
    ['1993 Wired is launched', ['1993']],
    ['Wired is launched (1993).', ['1993']],
    ['2016年5月31日，金链盟成立', ['2016-05-31']],
  ])('reads the entry %s', (entry, dates) => {
    const { events } = importMarkdown(`- ${entry}\n`).json
    expect(Array.isArray(events) && events.map((one: { date: string }) => one.date)).toEqual(dates)
  })

  it('puts times of day under a day', () => {
    const { events } = importMarkdown('## 2024-05-01\n\n- 10:30 – Start\n- 11:05: End\n- Cake').json
    expect(events).toMatchObject([
      { date: '2024-05-01T10:30', title: 'Start' },
      { date: '2024-05-01T11:05', title: 'End' },
      { date: '2024-05-01', title: 'Cake' },
    ])
  })

  it('loses no entry without a word, and never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '- 2014: A\n',
        '  - B\n',
        '## 2015\n',
        '# T\n',
        '| a | b |\n|--|--|\n',
        '| 2014 | C |\n',
        '> ',
        '\n',
        '**2016**  \n',
        '<b>',
        '[x](',
        '```\n',
        '---\n',
      ),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { json, problems } = importMarkdown(pieces.join(''))
        expect(readDocument(json).document).toBeDefined()
        const events = Array.isArray(json['events']) ? json['events'].length : 0
        expect(events + problems.length).toBeGreaterThan(0)
      }),
    )
    const lists = fc.array(fc.constantFrom('2014: A', 'B', '(2014) Gamma', '12 May: D'), {
      minLength: 1,
    })
    fc.assert(
      fc.property(lists, (entries) => {
        const { json, problems } = importMarkdown(entries.map((one) => `- ${one}`).join('\n'))
        const events = Array.isArray(json['events']) ? json['events'].length : 0
        const missing = problems.filter(({ code }) => code === 'date-missing').length
        const lost = /\((\d+) times/.exec(
          problems.find(({ code }) => code === 'import-no-place')?.message ?? '',
        )
        const once = problems.some(({ message }) => message.endsWith('(once).')) ? 1 : 0
        expect(events + missing + Number(lost?.[1] ?? once)).toBe(entries.length)
      }),
    )
  })

  it.each(['>', '- ', '[', '*', '`', '# ', '| ', '2014 ', '<b>'])(
    'is not held up by twenty thousand of %s',
    (piece) => {
      expect(importMarkdown(piece.repeat(20_000)).json).toHaveProperty('events')
    },
  )
})

describe('splitDate', () => {
  it('takes prose apart at clear signs only', () => {
    expect(splitDate('2014, when it rained', undefined, undefined, 'prose')).toBeUndefined()
    expect(splitDate('2014: it rained', undefined, undefined, 'prose')).toMatchObject({ from: 5 })
  })
})
