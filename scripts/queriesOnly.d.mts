import type { Plugin } from 'vite'

export function queriesOnly(): Plugin
