/** Parameters of an address by name, decoded, the first of each name. */
export type UrlParams = ReadonlyMap<string, string>

/** Turns the parameters of one version into those of the next. */
export type UrlUpgrade = (params: UrlParams) => UrlParams

/**
 * One step each: the first takes version 1 to version 2. A published address works for ever, so a
 * step is only ever added. So far there is one version.
 */
export const urlUpgrades: readonly UrlUpgrade[] = []

/** Version that the upgrades lead to. */
export const latestVersion = (upgrades: readonly UrlUpgrade[]): number => upgrades.length + 1

/**
 * Brings parameters to the latest version, step by step. An address without `v` is version 1. Gives
 * undefined for a version that does not exist (yet).
 */
export function upgradeUrl(
  params: UrlParams,
  upgrades: readonly UrlUpgrade[] = urlUpgrades,
): UrlParams | undefined {
  const written = params.get('v') || '1'
  const version = /^[1-9]\d{0,3}$/.test(written) ? Number(written) : Infinity
  if (version > latestVersion(upgrades)) return undefined
  return upgrades.slice(version - 1).reduce((upgraded, upgrade) => upgrade(upgraded), params)
}
