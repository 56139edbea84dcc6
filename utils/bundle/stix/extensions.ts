import type { JsonObject } from '@/utils/domain/json';

/** STIX 2.1 has no wallet. This extension is the one that the public tools share; its objects are read by others too. */
export const WALLET_EXTENSION = 'extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7';

/** What our indicators know beside their value. */
export const FACTS_EXTENSION = 'extension-definition--dcb3aeb2-2f9d-43c0-83d5-96fabb023c4c';

/** Who made the extension, and the objects of a case whose unit is not stated. */
export const SOFTWARE_IDENTITY = 'identity--31f6d006-8493-453f-b7cb-d0b3dfed9225';

const DEFINED = '2026-11-01T00:00:00.000Z';

/** The program itself. */
export function softwareIdentity(): JsonObject {
  return {
    type: 'identity',
    spec_version: '2.1',
    id: SOFTWARE_IDENTITY,
    created: DEFINED,
    modified: DEFINED,
    name: 'Osmotr',
    identity_class: 'system',
  };
}

/** Definition of the extension that is on every observable. */
export function factsDefinition(): JsonObject {
  return {
    type: 'extension-definition',
    spec_version: '2.1',
    id: FACTS_EXTENSION,
    created_by_ref: SOFTWARE_IDENTITY,
    created: DEFINED,
    modified: DEFINED,
    name: 'Osmotr indicator facts',
    description: 'How an observable was recognised on a captured page.',
    schema: [
      'indicator_type (string, required): type in indicators.json, such as telegram-bot or btc;',
      'indicator_confidence (string, required): certain, likely or weak;',
      'indicator_reason (string, required): why it was taken: a checksum, a link, a label beside it;',
      'added_by_hand (boolean, required): a person added it, no detector did.',
    ].join(' '),
    version: '1.0.0',
    extension_types: ['property-extension'],
  };
}

/** Definition of the wallet object, as it is published. */
export function walletDefinition(): JsonObject {
  return {
    type: 'extension-definition',
    spec_version: '2.1',
    id: WALLET_EXTENSION,
    created_by_ref: 'identity--9779a2db-f98c-5f4b-8d08-8ee04e02dbb5',
    created: '2020-01-01T00:00:00.000Z',
    modified: '2020-01-01T00:00:00.000Z',
    name: 'CryptocurrencyWallet',
    schema:
      'https://raw.githubusercontent.com/muchdogesec/stix2extensions/main/automodel_generated/schemas/scos/cryptocurrency-wallet.json',
    version: '1.0',
    extension_types: ['new-sco'],
    object_marking_refs: [
      'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
      'marking-definition--60c0f466-511a-5419-9f7e-4814e696da40',
    ],
  };
}
