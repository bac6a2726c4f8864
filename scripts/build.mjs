// Generates the database client and builds the app, without starting anything: what an image is made of.
import { buildApp } from './steps/build.mjs'
import { describeFailure } from './steps/failure.mjs'
import { generateClient } from './steps/generate.mjs'
import { step } from './steps/step.mjs'

try {
  await step('Database client', () => generateClient())
  await step('Build', () => buildApp())
} catch (error) {
  console.error(`\n${describeFailure(error)}`)
  process.exitCode = 1
}
