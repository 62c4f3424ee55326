export function shortNames(): (name: string, file: string) => string
