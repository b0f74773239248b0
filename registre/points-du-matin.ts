import { and, asc, eq, gte, ne } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { clePoint, type PointDuJour } from '../domain/flotte/point-du-matin';
import { tracer } from './audit';
import { blocagesEnCours, estBloque } from './blocages';
import { type Contenu, depotDesContenus, lireContenu, preparerContenuVite } from './contenus';
import type { Registre } from './ouvrir';
import { type Anterieur, essaiSuivant } from './remises/essai';
import { pointsDuMatin } from './schema';

export type PointInscrit = typeof pointsDuMatin.$inferSelect;

/** A digest about to be handed over. */
export interface PointPrepare extends PointDuJour {
  /** The counsellor's, whose letters may be blocked. */
  agence: string;
  /** Null when the agency reads it. */
  lecteur: string | null;
  adresse: string;
  messageId: string;
  objet: string;
  gabarit: string;
  texte: string;
  html: string;
}

export type SuitePoint =
  /** To be handed over as it is here; INCERTAIN: the very bytes of an attempt that may have left. */
  | (Pick<PointPrepare, 'messageId' | 'objet' | 'adresse' | 'texte' | 'html'> & { suite: 'A_ENVOYER' | 'INCERTAIN' })
  /** Held with all letters, or all those of the agency: nothing is written. */
  | { suite: 'RETENU' }
  /** Done for the day, or perhaps under way in another process. */
  | { suite: 'FAIT' }
  | { suite: 'EN_COURS' };

/** Of no letter: a blocage that names one is none of a digest's. */
const SANS_CODE = 'POINT_DU_MATIN';

/**
 * Writes a digest and its attempt before it is handed over; one a day, whatever happens, under the Message-ID of its first attempt. A
 * letter belongs to a dossier, and a digest to a counsellor's day: it has its own row, and its attempts are judged by the machine of
 * letters' ({@link essaiSuivant}). What blocks all letters blocks it too; of the blocages of one code, it is none.
 */
export async function preparerPoint(registre: Registre, point: PointPrepare, maintenant: Date): Promise<SuitePoint> {
  const { texte, html, agence, ...lettre } = point;
  const contenus = [preparerContenuVite('text/plain', texte), preparerContenuVite('text/html', html)] as const;
  const neuf = {
    ...lettre,
    texteSha256: contenus[0].sha256,
    htmlSha256: contenus[1].sha256,
    statut: 'EN_REMISE' as const,
    tentatives: 1,
    tenteLe: maintenant,
  };
  const { suite, ligne } = await registre.db.transaction(async (tx) => {
    if (estBloque(await blocagesEnCours({ db: tx }), { code: SANS_CODE, agence })) return { suite: 'RETENU' as const };
    await tx.execute(depotDesContenus(contenus));
    const [cree] = await tx.insert(pointsDuMatin).values(neuf).onConflictDoNothing().returning();
    if (cree) return { suite: 'A_ENVOYER' as const, ligne: cree };
    const [connu] = await tx.select().from(pointsDuMatin).where(duJour(point)).for('update');
    if (!connu || connu.statut === 'PARTI' || connu.statut === 'SANS_OBJET') return { suite: 'FAIT' as const };
    const essai = essaiSuivant([enEssai(connu, connu.statut)], 'EMAIL', 'CONCURRENT', maintenant);
    if (essai === null) return { suite: 'EN_COURS' as const };
    const coupe = essai.interrompus.length > 0;
    // What may have left stays what it was: the same bytes leave again.
    const reprise = {
      ...(coupe ? { incertain: true } : neuf),
      messageId: connu.messageId,
      statut: 'EN_REMISE' as const,
      tentatives: connu.tentatives + 1,
      tenteLe: maintenant,
    };
    const [repris] = await tx.update(pointsDuMatin).set(reprise).where(duJour(point)).returning();
    return { suite: coupe ? ('INCERTAIN' as const) : ('A_ENVOYER' as const), ligne: repris! };
  });
  if (!ligne) return { suite };
  const messageId = ligne.messageId!;
  if (suite === 'A_ENVOYER') return { suite, messageId, objet: point.objet, adresse: point.adresse, texte, html };
  const [enTexte, enHtml] = await Promise.all(
    [ligne.texteSha256!, ligne.htmlSha256!].map(async (sha256) => (await lireContenu(registre, sha256)) as Contenu),
  );
  return {
    suite: 'INCERTAIN',
    messageId,
    objet: ligne.objet!,
    adresse: ligne.adresse!,
    texte: enTexte!.octets.toString('utf8'),
    html: enHtml!.octets.toString('utf8'),
  };
}

/** A digest has one row, whatever its attempts: the last of them. */
const enEssai = (point: PointInscrit, statut: Anterieur['statut']): Anterieur => ({
  ...{ rang: 1, canal: 'EMAIL', adresse: point.adresse ?? '', messageId: point.messageId ?? '', statut, tort: null },
  ...{ tentatives: point.tentatives, tenteLe: point.tenteLe, acheveLe: point.acheveLe },
});

const duJour = ({ referent, jour }: PointDuJour) =>
  and(eq(pointsDuMatin.referent, referent), eq(pointsDuMatin.jour, jour));

/** Records what became of a digest. */
export async function completerPoint(
  registre: Registre,
  point: PointDuJour,
  issue: { statut: 'PARTI'; reponse: string } | { statut: 'ECHEC'; erreur: string },
  maintenant: Date,
): Promise<void> {
  await registre.db
    .update(pointsDuMatin)
    .set({ ...issue, acheveLe: maintenant })
    .where(and(duJour(point), eq(pointsDuMatin.statut, 'EN_REMISE')));
}

/** Records that there was nothing to say that day: the question is asked once. */
export async function classerPoint(
  registre: Registre,
  point: PointDuJour & { lecteur: string | null },
  maintenant: Date,
): Promise<void> {
  const valeurs = { ...point, statut: 'SANS_OBJET' as const, tentatives: 0, tenteLe: maintenant, acheveLe: maintenant };
  await registre.db.insert(pointsDuMatin).values(valeurs).onConflictDoNothing();
}

/** The digests of a day. */
export async function pointsDuJour(registre: Registre, jour: DateCivile): Promise<PointInscrit[]> {
  return registre.db
    .select()
    .from(pointsDuMatin)
    .where(eq(pointsDuMatin.jour, jour))
    .orderBy(asc(pointsDuMatin.referent));
}

/** Keys of the digests that left since a day, that day included. */
export async function pointsPartisDepuis({ db }: Registre, depuis: DateCivile): Promise<Set<string>> {
  const { referent, jour, statut } = pointsDuMatin;
  const partis = await db
    .select({ referent, jour })
    .from(pointsDuMatin)
    .where(and(gte(jour, depuis), eq(statut, 'PARTI')));
  return new Set(partis.map(clePoint));
}

/** Writes that a digest left, as its relay's log says: a register that comes back from a copy has forgotten it. What it said is lost. */
export async function noterPointRetrouve(
  registre: Registre,
  point: PointDuJour,
  { le, source }: { le: Date; source: string },
  auteur: string,
  maintenant: Date,
): Promise<void> {
  const issue = { statut: 'PARTI' as const, reponse: `retrouvé dans ${source}`, tenteLe: le, acheveLe: le };
  await registre.db
    .insert(pointsDuMatin)
    .values({ ...point, ...issue, tentatives: 1 })
    .onConflictDoUpdate({
      target: [pointsDuMatin.referent, pointsDuMatin.jour],
      set: issue,
      setWhere: ne(pointsDuMatin.statut, 'PARTI'),
    });
  const cle = clePoint(point);
  const trace = { numero: null, auteur, acte: 'RETROUVER_COURRIER', details: { cle, canal: 'EMAIL', source } };
  await tracer(registre, { cle: `${cle}/RETROUVER/EMAIL`, ...trace }, maintenant);
}
