/** Languages that the interface speaks. */
export const locales = ['en', 'zh-Hans'] as const
export type Locale = (typeof locales)[number]

/** What each language calls itself. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-Hans': '中文' }

/**
 * The interface language nearest to a BCP 47 tag, or undefined. All Chinese readers get Simplified
 * Chinese: it serves them better than English does.
 */
export function localeFor(tag: string): Locale | undefined {
  const primary = tag.toLowerCase().split('-')[0]
  return locales.find((locale) => locale.split('-')[0] === primary)
}

/** The first wish that the interface can meet, else English. */
export function chooseLocale(wishes: readonly (string | undefined)[]): Locale {
  for (const wish of wishes) {
    const locale = wish === undefined ? undefined : localeFor(wish)
    if (locale !== undefined) return locale
  }
  return 'en'
}
