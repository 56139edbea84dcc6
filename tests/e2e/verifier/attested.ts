import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToSeal, checkAddition, readStatementBytes } from '@/utils/bundle/add-to-seal';
import { formatTimestampQuery } from '@/utils/bundle/attest/timestamp-query';
import { createAuthority } from '../../fixtures/tsa/authority';

/** A bundle with a timestamp and a signature in its seal, the root of both, and a certificate that is no root. */
export async function makeAttested(bundle: string, dir: string) {
  const authority = createAuthority(join(dir, 'ca'));
  authority.issue('officer', { subject: '/CN=Образцов/serialNumber=IIN850101300123', section: 'person' });
  const plain = new Blob([readFileSync(bundle)]);
  const statement = await readStatementBytes(plain);
  writeFileSync(join(authority.dir, 'signature.json'), statement);
  const add = async (to: Blob, name: string, bytes: Buffer) => {
    const addition = await checkAddition(to, { name, bytes: new Uint8Array(bytes) }, []);
    return addToSeal(to, addition, new Date('2026-04-01T12:00:00Z'));
  };
  const token = authority.reply(await formatTimestampQuery(statement, null));
  const signature = authority.openssl(
    ...'cms -sign -binary -in signature.json -outform DER -md sha256 -signer officer.pem'.split(' '),
    ...'-inkey officer.key -certfile sub.pem'.split(' '),
  );
  const attested = await add(await add(plain, 'answer.tsr', token), 'signature.p7s', signature);
  const stamped = join(dir, 'stamped.zip');
  writeFileSync(stamped, new Uint8Array(await attested.arrayBuffer()));
  const other = join(dir, 'other.pem');
  writeFileSync(other, authority.read('sub.pem'));
  return { stamped, root: join(authority.dir, 'root.pem'), other };
}
