import type { DrivenBrowser } from '../harness/index.mjs';

/** Runs a function in Firefox's own window; it may use nothing from here but its arguments. */
export async function runInWindow(
  driven: DrivenBrowser,
  work: (...given: string[]) => unknown,
  ...given: string[]
): Promise<void> {
  type Send = (method: string, params: object) => Promise<{ result: never }>;
  const { connection } = driven.browser as unknown as { connection: { send: Send } };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string }[];
  };
  const context = tree.contexts[0]?.context;
  const answer = (await connection.send('script.evaluate', {
    expression: `(${work})(...${JSON.stringify(given)})`,
    target: { context },
    awaitPromise: true,
  })) as unknown as { result: { type: string; exceptionDetails?: { text: string } } };
  if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails?.text);
}
