import { describe, expect, it } from 'vitest'

import type { CsvQuestion } from '#formats/import/csvMapping.ts'
import { mappingFor, mappingLine } from './columnMap.ts'

const question: CsvQuestion = {
  columns: ['When', 'What', 'Note, long', 'Who'],
  guess: { roles: ['date', 'title', 'detail', 'people'] },
  sample: [],
}
const rolesFor = (map: string | undefined, from = question): readonly string[] =>
  mappingFor(from, map).roles

describe('mappingFor', () => {
  it('takes the guess where nothing else is said', () => {
    expect(rolesFor(undefined)).toEqual(['date', 'title', 'detail', 'people'])
  })

  it('takes columns by name in any case, or by number', () => {
    expect(rolesFor('date=when, Title=WHAT,body=3')).toEqual(['date', 'title', 'body', 'people'])
  })

  it('lets a guess give way to what is said, unless both can be', () => {
    expect(rolesFor('title=Who')).toEqual(['date', 'detail', 'detail', 'title'])
    expect(rolesFor('people=What,title=3')).toEqual(['date', 'people', 'title', 'people'])
  })

  it.each([
    ['date', 'says nothing', 'Write --map'],
    ['date=', 'says nothing', 'Write --map'],
    ['sumary=What', 'cannot stand for "sumary"', 'Did you mean summary?'],
    ['date=Whne', 'no column Whne', 'Did you mean When?'],
    ['date=9', 'no column 9', 'The columns are When, What'],
    ['ignore=What', 'Which column is the title?', 'The columns are When, What'],
  ])('refuses %s', (map, message, hint) => {
    expect(() => rolesFor(map)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      }),
    )
  })

  it('asks for a date that nothing looks like', () => {
    const vague = {
      ...question,
      guess: { roles: ['detail', 'title', 'detail', 'detail'] as const },
    }
    expect(() => rolesFor(undefined, vague)).toThrow('Which column is the date?')
    expect(rolesFor('year=When', vague)[0]).toBe('year')
  })
})

describe('mappingLine', () => {
  it('says what was taken for what', () => {
    expect(mappingLine(question, question.guess)).toBe(
      'Columns: date=When, title=What, people=Who. Kept as details: Note, long. Another reading: --map.',
    )
  })
})
