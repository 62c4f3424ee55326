import { useEffect, useLayoutEffect, useState } from 'react'

import { loadWords, type Words } from '#i18n/loadWords.ts'
import type { Locale } from '#i18n/locales.ts'

/**
 * The words of `locale`, on the spot when they are at hand. While they are on their way, and when they
 * cannot be had, the words from before stay.
 */
export function useWords(first: Words, locale: Locale, root: HTMLElement): Words {
  const [words, setWords] = useState(first)

  useEffect(() => {
    let wanted = true
    const take = async (): Promise<void> => {
      try {
        const loaded = await loadWords(locale)
        if (wanted) setWords(loaded)
      } catch {
        // Offline, say: the page goes on in the language that it has.
      }
    }
    void take()
    return () => {
      wanted = false
    }
  }, [locale])

  useLayoutEffect(() => {
    root.setAttribute('lang', words.locale)
  }, [root, words])

  return words
}
