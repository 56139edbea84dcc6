/** The commands of the guide: the same in every language. */
export function guideCommands(fileName: string) {
  return {
    structure: `unzip -t ${fileName}`,
    payload: 'sha256sum -c --quiet manifest-sha256.txt && echo OK',
    tags: 'sha256sum -c --quiet tagmanifest-sha256.txt && echo OK',
    statement: 'sha256sum tagmanifest-sha256.txt\ncat seal/signature.json',
    signature:
      'openssl dgst -sha256 -verify seal/public-key.pem \\\n  -signature seal/signature.bin seal/signature.json',
    key: 'openssl pkey -pubin -in seal/public-key.pem -outform DER | sha256sum',
  };
}
