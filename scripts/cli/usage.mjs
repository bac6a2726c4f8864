/** The exit codes; those above 63 are of sysexits.h. */
export const EXIT = /** @type {const} */ ({
  answered: 0,
  refuted: 1,
  invalid: 2,
  infeasible: 3,
  usage: 64,
  noInput: 66,
  fault: 70,
})

export const USAGE = `Usage: npm run -s tidemark -- plan [file] [--ndjson]
       npm run -s tidemark -- regime --data DIR [--from DATE] [--to DATE]
       npm run -s tidemark -- import FILE...
       npm run -s tidemark -- verify FILE [--json]

plan reads the request for a plan as JSON from the file, or from standard input, and writes the answer as JSON to standard output.

  --ndjson   one request a line, one answer a line, in the same order; empty lines are passed over

regime reads the series of the classifier from the files SERIES.csv in DIR (WSHOSHO, TREAST, WSHOMCB, WALCL, DFF, DGS2, WRESBAL, SOFR; either
date,value or FRED's observation_date,SERIES) and writes CSV, one row a Friday. It needs DFF, and WSHOSHO or both its parts or WALCL.
A raw reading that is missing or too old to be counted is an empty cell. What could not be read is listed on standard error and left out.

  --data     the folder
  --from     the first day, YYYY-MM-DD; without it the first Friday that has both mandatory legs
  --to       the last day; without it the Friday after the newest observation that both mandatory legs have

import reads positions files of brokers, and any other CSV or TSV of holdings, and writes what stands in them as JSON to standard output: accounts,
holdings, rejected and skipped lines with their numbers and reasons, and notes. With several files it writes one JSON object a line, in their
order. The format is found by the contents. Nothing is stored.

verify reads a plan that was exported as JSON, computes every figure in it again from the inputs that it carries, and proves its lower bound
again. It prints one line for each check: its name, whether it passed, and what was compared or found wrong.

  --json     the lines as JSON: { check, ok, detail }

  --help     this text

Exit codes: 0 a plan, every line answered, the rows, the files read, or every check passed
            1 a check of a plan failed
            2 the request is invalid, a mandatory series is missing, nothing could be read from a file, or it is no exported plan
            3 no plan keeps to all limits · 64 wrong use · 66 the file or folder cannot be read · 70 a fault in the program
`
