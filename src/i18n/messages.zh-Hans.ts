import type { Messages } from './messages.en.ts'

export const messages: Messages = {
  app: {
    name: 'Throughline',
  },
}
