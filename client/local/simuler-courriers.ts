import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { DateCivile } from '../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import type { Canal } from '../../domain/dossier/personnes';
import type { Destinataire } from '../../domain/dossier/resultat';
import { courriersDuDossier, lireContenu, lireDossier } from '../../registre';
import { lireSource, listerMessages } from './boite';
import type { Simulation } from './simulation';

export interface CourrierEcrit {
  code: string;
  destinataire: Destinataire;
  /** The day it left, where the person lives. */
  date: DateCivile;
  objet: string;
  statut: string;
  /** Names of the files written, in `sortie`: `01-2026-03-03-C01_PROPOSITION-beneficiaire.eml`, `.pdf` and `.sms.txt`. */
  fichiers: string[];
}

/** Writes the letters of a simulated journey in the order in which they left: the e-mail as it was received, the PDF, the SMS. */
export async function ecrireCourriers(
  simulation: Simulation,
  numero: Numero,
  sortie: string,
): Promise<CourrierEcrit[]> {
  const { registre, boite } = simulation;
  await mkdir(sortie, { recursive: true });
  const dossier = await lireDossier(registre, numero);
  const zone = fuseau(dossier!.dossier.residence);
  const sources = await parMessageId(boite);
  const lettres = (await courriersDuDossier(registre, numero))
    .filter((lettre) => lettre.statut === 'PARTI' || lettre.statut === 'RECTIFIE' || lettre.statut === 'EN_TACHE')
    .map((lettre) => ({ ...lettre, quand: lettre.partiLe ?? lettre.majLe }))
    .sort((a, b) => a.quand.getTime() - b.quand.getTime() || (a.code < b.code ? -1 : 1));
  const ecrits: CourrierEcrit[] = [];
  for (const [i, { code, destinataire, quand, statut, envois }] of lettres.entries()) {
    const partis = envois.filter((e) => e.statut === 'PARTI');
    const envoi = partis.at(-1) ?? envois.at(-1);
    const par = (canal: Canal) => partis.find((e) => e.canal === canal);
    const date = dateLocale(quand, zone);
    const nom = `${String(i + 1).padStart(2, '0')}-${date}-${code}-${destinataire.toLowerCase()}`;
    const contenu = async (sha: string | null | undefined) =>
      sha ? (await lireContenu(registre, sha))?.octets : undefined;
    const courriel = par('EMAIL');
    const papier = envois.findLast((e) => e.pdfSha256 !== null);
    const formes = [
      ['eml', courriel ? sources.get(courriel.messageId) : undefined],
      ['pdf', await contenu(papier?.pdfSha256)],
      ['sms.txt', await contenu(par('SMS')?.texteSha256)],
    ] as const;
    const fichiers: string[] = [];
    for (const [extension, octets] of formes) {
      if (!octets) continue;
      await writeFile(join(sortie, `${nom}.${extension}`), octets);
      fichiers.push(`${nom}.${extension}`);
    }
    ecrits.push({ code, destinataire, date, objet: envoi?.objet ?? '', statut, fichiers });
  }
  return ecrits;
}

async function parMessageId(boite: string): Promise<Map<string, Buffer>> {
  const sources = new Map<string, Buffer>();
  for (const { id } of await listerMessages(boite)) {
    const source = (await lireSource(boite, id))!;
    const { messageId } = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true });
    if (messageId) sources.set(messageId, source);
  }
  return sources;
}
