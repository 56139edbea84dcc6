import { Integer, Null, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier, ContentInfo, MessageImprint, TimeStampReq } from 'pkijs';
import type { Bytes } from '../zip/format';
import { digestOf } from './algorithms';
import { readAsn1 } from './der';

const SHA256 = '2.16.840.1.101.3.4.2.1';

/**
 * A TimeStampReq (RFC 3161 2.4.1) in DER over SHA-256 of `content`, which asks for the authority's certificate.
 * `nonce`: positive and random, so that no old answer can be passed off as the new one; null where the answer comes
 * back on another way and another day.
 */
export async function formatTimestampQuery(content: Uint8Array, nonce: Bytes | null): Promise<Bytes> {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: await digestOf('SHA-256', content) }),
    }),
    certReq: true,
  });
  if (nonce) request.nonce = new Integer({ valueHex: positive(nonce) });
  return new Uint8Array(request.toSchema().toBER());
}

/** A TimeStampResp in DER: `file` itself, or a response around the bare token that some programs write. */
export function asTimestampResponse(file: Bytes): Bytes {
  const answer = readAsn1(file, 'a timestamp token');
  const [first] = answer instanceof Sequence ? answer.valueBlock.value : [];
  if (first instanceof Sequence) return file;
  const token = new ContentInfo({ schema: answer }).toSchema();
  const status = new Sequence({ value: [new Integer({ value: 0 })] });
  return new Uint8Array(new Sequence({ value: [status, token] }).toBER());
}

/** An integer's bytes as DER writes a positive one: the first bit clear, no needless zero. */
export function positive(bytes: Bytes): Bytes {
  const copy = bytes.slice();
  copy[0] = ((copy[0] ?? 0) & 0x7f) | 0x40;
  return copy;
}
