import { temporal } from '@temporalio/proto';
import { attributs } from './attributs';

const { IndexedValueType } = temporal.api.enums.v1;

/** The type of each search attribute, as the server numbers it. */
export const typesDesAttributs: Readonly<Record<string, temporal.api.enums.v1.IndexedValueType>> = Object.fromEntries(
  Object.values(attributs).map(({ name, type }) => [
    name,
    IndexedValueType[`INDEXED_VALUE_TYPE_${type}` as keyof typeof IndexedValueType],
  ]),
);
