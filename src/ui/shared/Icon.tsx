/** Line icons on a 16 px grid, drawn with the colour of the text around them. */
const paths = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.4 10.4L14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M1.8 3v10M14.2 3v10M4 8h8M6 5.8L3.8 8L6 10.2M10 5.8L12.2 8L10 10.2',
  earlier: 'M9.8 3.5L5.3 8l4.5 4.5',
  later: 'M6.2 3.5L10.7 8l-4.5 4.5',
  previousEvent: 'M10.5 3.5L6 8l4.5 4.5M3.5 3.5v9',
  nextEvent: 'M5.5 3.5L10 8l-4.5 4.5M12.5 3.5v9',
  timeline: 'M1.5 11.5h13M4 11.5v-3M8 11.5v-7M12 11.5V7',
  list: 'M2 4h.01M2 8h.01M2 12h.01M5 4h9M5 8h9M5 12h9',
  keys: 'M1.5 4.5h13v7.5h-13zM4 7h.01M6.7 7h.01M9.3 7h.01M12 7h.01M5 9.7h6',
  theme: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 2v12M8 4.5h3.8M8 8h6M8 11.5h3.8',
  language: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2 8h12M8 2c4 4 4 8 0 12M8 2c-4 4-4 8 0 12',
  link: 'M6.7 9.3a3 3 0 0 0 4.2 0l2.2-2.2a3 3 0 0 0-4.2-4.2l-.7.7M9.3 6.7a3 3 0 0 0-4.2 0L2.9 8.9a3 3 0 0 0 4.2 4.2l.7-.7',
  open: 'M1.8 12.8v-9.6h4.4l1.6 1.9h6.4v7.7z',
  about: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.3v3.7M8 4.8h.01',
  filters: 'M2 4.5h12M4.5 8h7M6.8 11.5h2.4',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  check: 'M3 8.5l3.3 3.3L13 5',
  play: 'M5 3.2v9.6L12.6 8z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
} as const

export type IconName = keyof typeof paths

/** A picture beside or instead of a word; the name of the control is never left to it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
