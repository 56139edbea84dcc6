/** The dialog of an encrypted export. */
export const encrypt = {
  encrypt: {
    title: 'Export with a passphrase',
    intro:
      'The bundle is put into a ZIP archive with AES-256 encryption. 7-Zip and WinRAR open it on Windows, Keka on macOS; Windows Explorer itself does not. The name of the file inside is not encrypted.',
    whole: 'The whole case. Captures: {{number}}',
    part: 'Part of the case. Captures chosen: {{number}} of {{of}}',
    passphrase: 'Passphrase',
    hint: 'Latin letters, digits and keyboard signs, at least eight',
    make: 'Make one up',
    copy: 'Copy the passphrase',
    notStored:
      'The passphrase is kept nowhere: without it nobody opens the file. Give it to the receiver apart from the file.',
    strength: 'Strength of the passphrase',
    level: {
      unusable:
        'Won’t do: it takes Latin letters, digits and keyboard signs, at least eight, no spaces at the ends',
      refused: 'Won’t do: it may be found within seconds',
      weak: 'Weak: it may be found in less than a year',
      good: 'Good: finding it takes more than a year',
      strong: 'Strong: finding it takes more than a thousand years',
    },
    rate: 'Estimated for 10 billion guesses a second.',
    acceptWeak: 'I understand that such a passphrase may be found',
    start: 'Export',
  },
} as const;
