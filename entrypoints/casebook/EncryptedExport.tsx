import { useEffect, useState } from 'react';
import { EncryptForm, type EncryptFormProps } from '@/components/casebook/EncryptForm';
import { createPassphrase } from '@/utils/export/passphrase';

type Judge = EncryptFormProps['judge'];

/** The form of an encrypted export, with the judge of passphrases, whose word lists are loaded when it opens. */
export function EncryptedExport(props: Omit<EncryptFormProps, 'judge' | 'makePassphrase'>) {
  const [judge, setJudge] = useState<Judge>(() => () => null);
  useEffect(() => {
    let isCurrent = true;
    import('@/utils/export/passphrase-strength').then(
      ({ judgePassphrase }) => isCurrent && setJudge(() => judgePassphrase),
      // An effect's promise has no boundary: rethrowing while rendering gives the error to the page's own.
      (error) => isCurrent && setJudge(() => raise(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return <EncryptForm {...props} judge={judge} makePassphrase={makePassphrase} />;
}

function makePassphrase(): string {
  return createPassphrase((bytes) => crypto.getRandomValues(bytes));
}

function raise(error: unknown): never {
  throw error;
}
