import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { CodecChiffrant, CodecDesWorkers } from './codec';
import type { Trousseau } from './trousseau';

/** Path that the workflow bundle and the data converter share. */
export const failureConverterPath = join(__dirname, 'failure-converter.cjs');

/** Data converter of every client of Jalon: encrypted payloads, failures included. */
export function convertisseur(trousseau: Trousseau): DataConverter {
  return { failureConverterPath, payloadCodecs: [new CodecChiffrant(trousseau)] };
}

/** That of the workers: what a journey is sent and cannot be read does not block it. */
export function convertisseurDesWorkers(trousseau: Trousseau): DataConverter {
  return { failureConverterPath, payloadCodecs: [new CodecDesWorkers(trousseau)] };
}

/** For what is written anew without being needed: under a key that is gone, it keeps nobody from writing it. */
export function convertisseurQuiRemplace(trousseau: Trousseau): DataConverter {
  return { failureConverterPath, payloadCodecs: [new CodecDesWorkers(trousseau, true)] };
}
