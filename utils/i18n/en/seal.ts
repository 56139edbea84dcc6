/** Trusted time: its settings, and what is added to a bundle's seal afterwards. */
export const seal = {
  trustedTime: {
    title: 'Trusted time',
    note: 'A time authority (RFC 3161) certifies that a bundle existed at the time it states. It gets the hash of the statement alone: no material, nothing about the case. Without an address nobody is asked.',
    url: 'Address of the time authority',
    urlHint: 'If the browser doesn’t let the extension reach it yet, it will ask, for this address alone',
    save: 'Save address',
    saved: 'Address saved',
    refused:
      'The browser did not allow this address to be reached; it was not saved. Without leave, a timestamp can come as a file: “Verify a bundle” → “Timestamp and signature”.',
    removed: 'Address removed: no timestamps are asked for',
    atExport: 'Ask for a timestamp with every export',
    atExportNote: 'If the authority doesn’t answer, the bundle is saved without.',
    roots: 'Root certificates',
    rootsNote:
      'Timestamps and signatures are trusted only if they lead to one of these. Get them from the certificate authority, not from a bundle.',
    noRoots:
      'There are no root certificates: timestamps of the authority won’t be accepted, and those in bundles, like signatures, won’t be trusted.',
    addRoots: 'Add certificates (PEM, DER)',
    remove: 'Remove certificate',
    validity: 'Valid: {{from}} – {{to}}',
  },
  sealAddition: {
    title: 'Timestamp and signature',
    note: 'A timestamp or a signature of a national program can be added to a sealed bundle. All that is sealed stays the same, byte by byte; a new ZIP file is saved.',
    request: 'Add a timestamp',
    requestNote: 'The authority {{host}} gets the hash of the statement alone.',
    noAuthority:
      'No time authority is named in the settings. The query can be saved and sent from another computer.',
    saveQuery: 'Save the query (.tsq)',
    addFile: 'Add a file (.tsr, .p7s, .cms, .sig)',
    saveStatement: 'Save the statement for signing',
    statementNote: 'What is signed is the file signature.json of the bundle: detached, or with it inside.',
    working: 'Checking the timestamp or signature',
    added: 'The new bundle is in the downloads folder',
    notAdded: 'Not added: {{reason}}',
    has: 'The bundle has a timestamp already.',
  },
} as const;
