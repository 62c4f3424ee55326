import { fonts } from './fonts.ts'
import type { MeasureText } from './measureText.ts'

/**
 * Advance widths of U+0020 to U+007E in thousandths of an em, of the interface font (Inter 4, without
 * kerning) at the weights that the drawing uses. They make layout outside a browser (command line,
 * golden files) repeatable on every machine.
 */
export const sansAdvances: Readonly<Record<400 | 500 | 650, readonly number[]>> = {
  400: [
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
    618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
    590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
    679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
    242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
  ],
  500: [
    267, 304, 494, 639, 646, 993, 653, 313, 369, 369, 521, 667, 303, 462, 303, 370, 646, 415, 616,
    627, 656, 603, 630, 571, 629, 630, 303, 315, 667, 667, 667, 527, 982, 709, 657, 733, 722, 603,
    589, 748, 745, 272, 575, 688, 565, 913, 756, 767, 642, 769, 648, 646, 653, 740, 709, 1003, 701,
    696, 641, 369, 370, 369, 477, 463, 337, 568, 618, 577, 618, 587, 379, 620, 602, 252, 252, 559,
    252, 888, 602, 604, 618, 618, 387, 539, 340, 602, 575, 829, 557, 575, 559, 440, 346, 440, 667,
  ],
  650: [
    244, 330, 537, 646, 653, 1010, 667, 333, 375, 375, 549, 676, 326, 467, 326, 384, 667, 427, 626,
    641, 671, 617, 645, 579, 646, 645, 326, 336, 676, 676, 676, 551, 1008, 737, 661, 738, 722, 606,
    587, 750, 746, 279, 582, 711, 565, 927, 761, 770, 646, 775, 655, 653, 664, 734, 737, 1029, 729,
    722, 658, 375, 384, 375, 484, 473, 358, 577, 627, 585, 627, 594, 394, 629, 618, 267, 267, 575,
    267, 906, 617, 611, 627, 627, 402, 555, 360, 618, 593, 845, 575, 595, 569, 462, 365, 462, 676,
  ],
}

/** Weights in between take the nearest table. */
function tableOf(weight: number): readonly number[] {
  return weight < 450 ? sansAdvances[400] : weight < 580 ? sansAdvances[500] : sansAdvances[650]
}

/** East Asian wide characters fill a square; everything else outside the table is taken as average. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}

/** Measures without a browser, from the built-in table. */
export const measureByTable: MeasureText = (text, style) => {
  const font = fonts[style]
  return (lengthByTable(text, tableOf(font.weight)) * font.size) / 1000
}

/** Width of a line in thousandths of an em, by the advances of U+0020 and what follows. */
export function lengthByTable(text: string, advances: readonly number[]): number {
  let thousandths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    thousandths += advances[code - 32] ?? (isWide(code) ? 1000 : 600)
  }
  return thousandths
}
