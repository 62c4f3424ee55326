import { shareMessages as english, type ShareMessages } from '#i18n/shareMessages.en.ts'
import { shareMessages as chinese } from '#i18n/shareMessages.zh-Hans.ts'

/** The dialog's words in the interface's language; all languages come together with the dialog. */
export function shareMessagesIn(locale: string): ShareMessages['share'] {
  return (locale === 'zh-Hans' ? chinese : english).share
}
