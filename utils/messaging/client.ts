import { type ErrorRecord, ExpectedError } from '@/utils/errors';
import type { Answer, MessageInput, MessageName, MessageOutput } from './protocol';

/** Sends a message to the background: rejects with `ExpectedError`, or with an `Error` for a bug. */
export type SendMessage = <Name extends MessageName>(
  name: Name,
  input: MessageInput<Name>,
) => Promise<MessageOutput<Name>>;

/** `send` is the browser's own; the client adds the envelope and turns an error that came as data into one thrown. */
export function createClient(send: (message: unknown) => Promise<unknown>): SendMessage {
  return async (name, input) => {
    const answer = (await send({ osmotr: name, input })) as Answer<typeof name> | undefined;
    if (!answer) throw new Error(`no answer to ${name}`);
    if (!answer.ok) throw fromErrorRecord(answer.error);
    return answer.value;
  };
}

function fromErrorRecord(record: ErrorRecord): Error {
  return record.code === 'unexpected'
    ? new Error(record.detail)
    : new ExpectedError(record.code, record.facts);
}
