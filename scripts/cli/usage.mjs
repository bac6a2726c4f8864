/** The exit codes; those above 63 are of sysexits.h. */
export const EXIT = /** @type {const} */ ({ answered: 0, invalid: 2, infeasible: 3, usage: 64, noInput: 66, fault: 70 })

export const USAGE = `Usage: npm run -s tidemark -- plan [file] [--ndjson]

Reads the request for a plan as JSON from the file, or from standard input, and writes the answer as JSON to standard output.

  --ndjson   one request a line, one answer a line, in the same order; empty lines are passed over
  --help     this text

Exit codes: 0 a plan, or every line answered · 2 the request is invalid · 3 no plan keeps to all limits
            64 wrong use · 66 the file cannot be read · 70 a fault in the program
`
