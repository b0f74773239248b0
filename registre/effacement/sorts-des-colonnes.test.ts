import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import * as schema from '../schema';
import { type SortColonne, sortsDesColonnes } from './sorts-des-colonnes';

const tables = Object.entries(schema).flatMap(([nom, t]) => (is(t, PgTable) ? [{ nom, table: t as PgTable }] : []));
const sorts: Readonly<Record<string, Readonly<Record<string, SortColonne>>>> = sortsDesColonnes;
const dits = Object.entries(sorts).flatMap(([table, colonnes]) => Object.keys(colonnes).map((c) => `${table}.${c}`));

it('dit de chaque colonne du registre ce qu’elle devient quand une personne est effacée, et n’en invente aucune', () => {
  const connues = tables.flatMap(({ nom, table }) => Object.keys(getTableColumns(table)).map((c) => `${nom}.${c}`));
  expect(connues.length).toBeGreaterThan(150);
  expect(dits.sort()).toEqual(connues.sort());
});

it('ce qui s’efface avec sa ligne suit le dossier par une référence qui l’emporte', () => {
  const emportees = new Set(['dossiers']);
  const nomDe = (table: PgTable) => tables.find((t) => t.table === table)!.nom;
  for (let avant = 0; avant < emportees.size; ) {
    avant = emportees.size;
    for (const { nom, table } of tables)
      for (const cle of getTableConfig(table).foreignKeys)
        if (cle.onDelete === 'cascade' && emportees.has(nomDe(cle.reference().foreignTable))) emportees.add(nom);
  }
  const effacent = tables.filter(({ nom }) => Object.values(sorts[nom] ?? {}).includes('EFFACE')).map(({ nom }) => nom);
  // Contents and digests belong to no dossier: they are emptied by hand.
  expect(effacent.filter((nom) => !emportees.has(nom)).sort()).toEqual(['contenus', 'pointsDuMatin']);
  expect([...emportees].filter((nom) => !effacent.includes(nom))).toEqual([]);
});
