import { failureMessages as english, type FailureMessages } from '#i18n/failureMessages.en.ts'
import { failureMessages as chinese } from '#i18n/failureMessages.zh-Hans.ts'

/**
 * The words of these pages in the interface's language. All languages come together with the page:
 * who meets it may have no connection to fetch another with.
 */
export function failureMessagesIn(locale: string): FailureMessages {
  return locale === 'zh-Hans' ? chinese : english
}
