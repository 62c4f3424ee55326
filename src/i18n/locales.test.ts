import { describe, expect, it } from 'vitest'

import { chooseLocale, localeFor } from './locales.ts'

describe('localeFor', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hant-TW', 'zh-Hans'],
  ])('%s is read in %s', (tag, locale) => {
    expect(localeFor(tag)).toBe(locale)
  })

  it.each(['fr', 'enm', '', 'x-en'])('%s has no language of ours', (tag) => {
    expect(localeFor(tag)).toBeUndefined()
  })
})

describe('chooseLocale', () => {
  it('takes the first wish that can be met', () => {
    expect(chooseLocale([undefined, 'fr', 'zh-CN', 'en'])).toBe('zh-Hans')
  })

  it('falls back to English', () => {
    expect(chooseLocale([])).toBe('en')
    expect(chooseLocale(['fr', undefined])).toBe('en')
  })
})
