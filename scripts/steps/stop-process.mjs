/**
 * Ends a child process: asked first, then by force. Answers once it is gone.
 * @param {import('node:child_process').ChildProcess} child @param {number} patience in milliseconds
 */
export function stopProcess(child, patience) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(undefined)
    const force = setTimeout(() => child.kill('SIGKILL'), patience)
    child.once('exit', () => {
      clearTimeout(force)
      resolve(undefined)
    })
    child.kill('SIGTERM')
  })
}
