import { lengthByTable, sansAdvances } from '#core/layout/measureByTable.ts'
import type { MeasureFace } from './stageCaption.ts'

/** As `sansAdvances`, of Inter at the weight of large figures. */
const sansBold = [
  237, 338, 552, 649, 655, 1016, 672, 339, 377, 377, 559, 679, 334, 468, 334, 388, 674, 431, 630,
  646, 676, 622, 649, 582, 651, 649, 334, 343, 679, 679, 679, 560, 1016, 747, 662, 740, 722, 607,
  587, 750, 747, 281, 584, 719, 565, 932, 762, 771, 648, 777, 657, 655, 667, 732, 747, 1038, 738,
  731, 664, 377, 388, 377, 487, 476, 365, 581, 630, 588, 630, 596, 398, 632, 623, 271, 271, 580,
  271, 913, 623, 613, 630, 630, 407, 560, 366, 623, 600, 850, 580, 602, 573, 469, 372, 469, 679,
]

/** The same of Noto Serif at the weight of headlines, 650. */
const serifStrong = [
  260, 373, 490, 564, 564, 904, 790, 277, 390, 390, 501, 564, 286, 310, 286, 288, 564, 564, 564,
  564, 564, 564, 564, 564, 564, 564, 301, 301, 564, 564, 564, 536, 921, 744, 669, 658, 759, 647,
  615, 759, 814, 395, 389, 728, 648, 949, 783, 779, 632, 779, 702, 573, 645, 741, 694, 1063, 719,
  680, 653, 404, 288, 404, 559, 459, 323, 593, 643, 521, 643, 565, 400, 556, 661, 346, 337, 627,
  344, 978, 663, 607, 639, 642, 513, 475, 395, 661, 601, 857, 633, 576, 526, 439, 564, 439, 564,
]

/** Measures the caption of a stage without a browser: the same on every machine. */
export const measureFaceByTable: MeasureFace = (text, { family, size, weight }) =>
  (lengthOf(text, family, weight) * size) / 1000

function lengthOf(text: string, family: 'serif' | 'sans', weight: number): number {
  if (family === 'serif') return lengthByTable(text, serifStrong)
  if (weight > 675) return lengthByTable(text, sansBold)
  if (weight > 575) return lengthByTable(text, sansAdvances[650])
  // Widths grow evenly from one weight to the next.
  const part = Math.min(Math.max((weight - 400) / 100, 0), 1)
  const regular = lengthByTable(text, sansAdvances[400])
  return regular + (lengthByTable(text, sansAdvances[500]) - regular) * part
}
