import { dateWords as dateWordsEn } from './dateWords.en.ts'
import type { Locale } from './locales.ts'
import { messages as messagesEn } from './messages.en.ts'

/** All words of one language. */
export interface Words {
  readonly locale: Locale
  readonly messages: typeof messagesEn
  readonly dateWords: typeof dateWordsEn
}

/** English is always at hand. */
export const englishWords: Words = {
  locale: 'en',
  messages: messagesEn,
  dateWords: dateWordsEn,
}

/** Brings the words of a language. Rejects when they cannot be fetched. */
export async function loadWords(locale: Locale): Promise<Words> {
  if (locale === 'en') return englishWords
  const [{ messages }, { dateWords }] = await Promise.all([
    import('./messages.zh-Hans.ts'),
    import('./dateWords.zh-Hans.ts'),
  ])
  return { locale, messages, dateWords }
}
