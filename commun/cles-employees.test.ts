import { DefaultFailureConverter, defaultPayloadConverter, type Payload } from '@temporalio/common';
import { clesEmployees } from './cles-employees';
import { CodecChiffrant } from './codec';
import { failureConverterPath } from './data-converter';
import { lireTrousseau } from './trousseau';

const chiffrer = async (cle: string, payload: Payload) =>
  (await new CodecChiffrant(lireTrousseau(`${cle}:${Buffer.alloc(32, 1).toString('base64')}`)).encode([payload]))[0]!;
const clair = defaultPayloadConverter.toPayload('x')!;

it('chaque clé employée est trouvée, si profond qu’elle soit, et ce qui est en clair n’en a pas', async () => {
  const histoire = {
    events: [
      { attributs: { input: { payloads: [await chiffrer('ancienne', clair), clair] } } },
      { userMetadata: { summary: await chiffrer('neuve', clair) }, octets: Buffer.from('x'), rien: null },
      { attributs: { memo: { fields: { note: await chiffrer('ancienne', clair) } } } },
    ],
  };
  expect([...clesEmployees(histoire)].sort()).toEqual(['ancienne', 'neuve']);
  expect(clesEmployees({ input: { payloads: [clair] } }).size).toBe(0);
});

it('ce que dit un échec est un payload, donc chiffré, et sa clé se voit', async () => {
  const dire = (convertisseur: DefaultFailureConverter) =>
    convertisseur.errorToFailure(new Error('Aliénor Lumière a déménagé'), defaultPayloadConverter);
  const { failureConverter } = require(failureConverterPath) as { failureConverter: DefaultFailureConverter };
  const echec = dire(failureConverter);
  expect(JSON.stringify({ ...echec, encodedAttributes: null })).not.toContain('Lumière');
  expect(dire(new DefaultFailureConverter()).message).toContain('Lumière');
  const parti = { cause: { ...echec, encodedAttributes: await chiffrer('neuve', echec.encodedAttributes!) } };
  expect([...clesEmployees(parti)]).toEqual(['neuve']);
});
