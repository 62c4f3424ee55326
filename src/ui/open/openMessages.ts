import { openMessages as english, type OpenMessages } from '#i18n/openMessages.en.ts'
import { openMessages as chinese } from '#i18n/openMessages.zh-Hans.ts'

/** The dialog's words in the interface's language; all languages come together with the dialog. */
export function openMessagesIn(locale: string): OpenMessages {
  return locale === 'zh-Hans' ? chinese : english
}
