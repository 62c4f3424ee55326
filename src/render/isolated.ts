const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/**
 * A text in a right-to-left script in a picture whose lines run left to right: without the marks around it
 * (U+2068, U+2069) its full stop would stand at the wrong end. They have no width.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}
