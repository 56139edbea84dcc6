/** How a country writes its IBAN (ISO 13616 registry). */
export interface IbanCountry {
  readonly length: number;
  /** Of the part behind country and check digits. */
  readonly structure: RegExp;
  /** Where the bank's code stands in that part, if the registry says so. */
  readonly bank: readonly [number, number] | undefined;
}

/** `KZ20:n3c13:0-2`: length, structure (n digits, a letters, c both), first and last position of the bank's code. */
const REGISTRY = `
  AD24:n8c12:0-3 AE23:n3n16:0-2 AL28:n8c16:0-2 AT20:n16:0-4 AX18:n14: AZ28:a4c20:0-3 BA20:n16:0-2
  BE16:n12:0-2 BG22:a4n6c8:0-3 BH22:a4c14:0-3 BR29:n23a1c1:0-7 BY28:a4n4c16:0-3 CH21:n5c12:0-4
  CR22:n18:0-3 CY28:n8c16:0-2 CZ24:n20:0-3 DE22:n18:0-7 DK18:n14:0-3 DO28:a4n20:0-3 EE20:n16:0-1
  EG29:n25:0-3 ES24:n20:0-3 FI18:n14:0-2 FO18:n14:0-3 FR27:n10c11n2:0-4 GB22:a4n14:0-3 GE22:c2n16:0-1
  GF27:n10c11n2: GI23:a4c15:0-3 GL18:n14:0-3 GP27:n10c11n2: GR27:n7c16:0-2 GT28:c24:0-3 HR21:n17:0-6
  HU28:n24:0-2 IE22:c4n14:0-3 IL23:n19:0-2 IQ23:a4n15:0-3 IS26:n22:0-1 IT27:a1n10c12:1-5
  JO30:a4n4c18:4-7 KW30:a4c22:0-3 KZ20:n3c13:0-2 LB28:n4c20:0-3 LC32:a4c24:0-3 LI21:n5c12:0-4
  LT20:n16:0-4 LU20:n3c13:0-2 LV21:a4c13:0-3 LY25:n21:0-2 MC27:n10c11n2:0-4 MD24:c2c18:0-1
  ME22:n18:0-2 MF27:n10c11n2: MK19:n3c10n2:0-2 MN20:n16:0-3 MQ27:n10c11n2: MR27:n23:0-4
  MT31:a4n5c18:0-3 MU30:a4n19a3:0-5 NC27:n10c11n2: NI28:a4n20:0-3 NL18:a4n10:0-3 NO15:n11:0-3
  OM23:n3c16:0-2 PF27:n10c11n2: PK24:c4n16:0-3 PL28:n24: PM27:n10c11n2: PS29:c4n21:0-3 PT25:n21:0-3
  QA29:a4c21:0-3 RE27:n10c11n2: RO24:a4c16:0-3 RS22:n18:0-2 RU33:n14c15:0-8 SA24:n2c18:0-1
  SC31:a4n20a3:0-5 SD18:n14:0-1 SE24:n20:0-2 SI19:n15:0-1 SK24:n20: SM27:a1n10c12: SO23:n19: ST25:n21:
  SV28:a4n20: TF27:n10c11n2: TL23:n19: TN24:n20: TR26:n5c17: UA29:n6c19: VA22:n18: VG24:c4n16:
  WF27:n10c11n2: XK20:n16: YE30:a4n4c18:0-3 YT27:n10c11n2:
`;

const CLASSES: Readonly<Record<string, string>> = { n: '\\d', a: '[A-Z]', c: '[A-Z\\d]' };

/** The countries with IBANs, by ISO 3166 code. */
export const IBAN_COUNTRIES: ReadonlyMap<string, IbanCountry> = new Map(
  REGISTRY.trim().split(/\s+/).map(readEntry),
);

function readEntry(entry: string): [string, IbanCountry] {
  const [head = '', parts = '', range = ''] = entry.split(':');
  const structure = parts.replace(
    /([nac])(\d+)/g,
    (_, kind: string, count: string) => `${CLASSES[kind]}{${count}}`,
  );
  const [first, last] = range.split('-').map(Number);
  return [
    head.slice(0, 2),
    {
      length: Number(head.slice(2)),
      structure: new RegExp(`^${structure}$`),
      bank: first === undefined || last === undefined ? undefined : [first, last + 1],
    },
  ];
}
