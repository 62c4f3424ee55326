/**
 * A count as both languages write it, `1,234`. Without `Intl`, whose number formats take tens of
 * milliseconds to come to life, in the middle of the first picture.
 */
export const count = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
