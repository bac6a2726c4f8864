import { Failure } from './failure.mjs'

/** The first version of each line that has all we use, as `engines` in package.json says. */
const FLOORS = [
  { major: 20, minor: 19 },
  { major: 22, minor: 12 },
]
const EVERYTHING_FROM = 24

/** @param {string} version such as 20.19.0 */
export function checkNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major >= EVERYTHING_FROM || FLOORS.some((floor) => major === floor.major && minor >= floor.minor)
  if (fits) return
  throw new Failure(
    `Tidemark needs Node 20.19, 22.12, 24 or newer, and this is Node ${version}: get it from https://nodejs.org.`,
  )
}
