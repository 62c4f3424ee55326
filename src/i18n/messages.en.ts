/**
 * English words of the interface. Its type is what every other language must provide. Sections are
 * per panel. Sentences with values are functions, so that each language orders them as it needs.
 */
export const messages = {
  app: {
    name: 'Throughline',
  },
}

export type Messages = typeof messages
