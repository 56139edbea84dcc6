import { ExpectedError, toErrorRecord } from '@/utils/errors';
import type { Answer, Envelope, MessageInput, MessageName, MessageOutput } from './protocol';

type Handler<Name extends MessageName> = (
  input: MessageInput<Name>,
) => Promise<MessageOutput<Name>> | MessageOutput<Name>;

export type Handlers = { readonly [Name in MessageName]: Handler<Name> };

/** Who sent a message, as the browser says. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

interface Options {
  /** This extension's id and the origin of its pages. */
  readonly own: { readonly id: string; readonly origin: string };
  /** No handler runs before it; if it rejects, every answer is that error. */
  readonly ready: Promise<unknown>;
}

/**
 * Answers one message, or returns undefined if it isn't ours. Only our own pages may call: a content
 * script runs in the suspect page's process and gets `permission-refused`. Never rejects.
 */
export function createRouter(handlers: Handlers, { own, ready }: Options) {
  return async function dispatch(message: unknown, sender: Sender): Promise<Answer | undefined> {
    if (!isEnvelope(message)) return undefined;
    try {
      if (sender.id !== own.id || !sender.url?.startsWith(`${own.origin}/`)) {
        throw new ExpectedError('permission-refused');
      }
      const handler = handlers[message.osmotr] as Handler<MessageName> | undefined;
      if (!handler || !Object.hasOwn(handlers, message.osmotr)) throw new Error('no such message');
      await ready;
      return { ok: true, value: await handler(message.input) };
    } catch (thrown) {
      return { ok: false, error: toErrorRecord(thrown) };
    }
  };
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'osmotr' in message && 'input' in message;
}
