import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { CodecChiffrant } from './codec';
import type { Trousseau } from './trousseau';

/** Path that the workflow bundle and the data converter share. */
export const failureConverterPath = join(__dirname, 'failure-converter.ts');

/** Data converter of every client and worker of Jalon: encrypted payloads, failures included. */
export function convertisseur(trousseau: Trousseau): DataConverter {
  return { failureConverterPath, payloadCodecs: [new CodecChiffrant(trousseau)] };
}
